import { ProblemError } from '../api/problem.js';

/** Lets a few calls at a time do what is dear, and sends the others away. */
export class Turns {
  private taken = 0;

  constructor(private readonly most: number) {}

  /** @throws ProblemError 503 ERR_API_BUSY */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken >= this.most)
      throw new ProblemError(503, 'ERR_API_BUSY', 'Others are reading this now; try again soon.');
    this.taken += 1;
    try {
      return await work();
    } finally {
      this.taken -= 1;
    }
  }
}
