import { KIND_KEYS, kindNamed, type KindKey } from '../model/incident-kind.js';
import { iconName } from './features.js';
import type { Palette } from './palette.js';

/** Pixels of a picture's side, drawn at twice the size for sharp screens. */
const SIDE = 26;
export const ICON_RATIO = 2;
const BOX = 24;

export interface Icon {
  readonly name: string;
  readonly image: ImageData;
}

/** The signs of all kinds, full and hollow. */
export function drawIcons(palette: Palette): Icon[] {
  return KIND_KEYS.flatMap((key) =>
    [false, true].map((isHollow) => ({
      name: iconName(key, isHollow),
      image: draw(key, palette, isHollow),
    })),
  );
}

function draw(key: KindKey, palette: Palette, isHollow: boolean): ImageData {
  const side = SIDE * ICON_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  const margin = 2 * ICON_RATIO;
  const scale = (side - 2 * margin) / BOX;
  pen.translate(margin, margin);
  pen.scale(scale, scale);
  pen.lineJoin = 'round';
  const outline = new Path2D(kindNamed(key).path);
  // A rim in the colour of the ground keeps neighbours apart.
  pen.strokeStyle = palette.surface;
  pen.lineWidth = 3.5;
  pen.stroke(outline);
  pen.fillStyle = isHollow ? palette.surface : palette.kinds[key];
  pen.fill(outline);
  if (isHollow) {
    pen.strokeStyle = palette.kinds[key];
    pen.lineWidth = 3;
    pen.stroke(outline);
  }
  return pen.getImageData(0, 0, side, side);
}
