/** A bounding box in degrees that grows with the points added to it. */
export class Box {
  private south = 90;
  private north = -90;
  private west = 180;
  private east = -180;

  add(latitude: number, longitude: number): void {
    this.south = Math.min(this.south, latitude);
    this.north = Math.max(this.north, latitude);
    this.west = Math.min(this.west, longitude);
    this.east = Math.max(this.east, longitude);
  }

  middle(): { latitude: number; longitude: number } {
    return { latitude: (this.south + this.north) / 2, longitude: (this.west + this.east) / 2 };
  }
}
