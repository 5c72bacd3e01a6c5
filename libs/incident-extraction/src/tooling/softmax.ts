/** One example: the features that it has (positions) and its class (position). */
export interface Example {
  readonly features: readonly number[];
  readonly label: number;
}

export interface SoftmaxOptions {
  readonly features: number;
  readonly classes: number;
  /** Strength of the quadratic penalty, per example. */
  readonly penalty: number;
  readonly epochs: number;
  /** The kind of each class (positions from 0): classes of one kind share a part of their weights. */
  readonly kinds?: readonly number[];
}

/** How strong the penalty is on what classes of a kind share, as a part of that on their own weights. */
const SHARED_PENALTY = 0.3;

/** How far a step goes; AdaGrad scales it down weight by weight. */
const RATE = 0.5;

/**
 * Multinomial logistic regression over binary features, by full-batch AdaGrad. Deterministic: begins at
 * zero and takes the examples in their order. Returns weights by feature, then class.
 */
export function fitSoftmax(examples: readonly Example[], options: SoftmaxOptions): Float64Array {
  const { features, classes, penalty, epochs, kinds = [] } = options;
  const count = Math.max(-1, ...kinds) + 1;
  const own = new Descent(features * classes, penalty);
  const shared = new Descent(features * count, penalty * SHARED_PENALTY);
  const weights = new Float64Array(features * classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    own.begin();
    shared.begin();
    for (const { features: active, label } of examples) {
      const errors = softmax(active, weights, classes);
      errors[label]! -= 1;
      for (const feature of active) {
        for (let k = 0; k < classes; k++) {
          const error = errors[k]! / examples.length;
          own.gradient[feature * classes + k]! += error;
          if (count > 0) shared.gradient[feature * count + kinds[k]!]! += error;
        }
      }
    }
    own.step();
    shared.step();
    for (let at = 0; at < weights.length; at++) {
      const [feature, k] = [Math.floor(at / classes), at % classes];
      weights[at] =
        own.weights[at]! + (count > 0 ? shared.weights[feature * count + kinds[k]!]! : 0);
    }
  }
  return weights;
}

/** Weights on their way to where the penalised loss is least. */
class Descent {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  private readonly squares: Float64Array;

  constructor(
    size: number,
    private readonly penalty: number,
  ) {
    this.weights = new Float64Array(size);
    this.gradient = new Float64Array(size);
    this.squares = new Float64Array(size).fill(1e-8);
  }

  begin(): void {
    for (const [at, weight] of this.weights.entries()) this.gradient[at] = this.penalty * weight;
  }

  step(): void {
    for (const [at, slope] of this.gradient.entries()) {
      this.squares[at]! += slope ** 2;
      this.weights[at]! -= (RATE * slope) / Math.sqrt(this.squares[at]!);
    }
  }
}

/** The classes' probabilities for the features that are there. */
export function softmax(
  active: readonly number[],
  weights: Float64Array,
  classes: number,
): Float64Array {
  const scores = new Float64Array(classes);
  for (const feature of active) {
    const at = feature * classes;
    for (let k = 0; k < classes; k++) scores[k]! += weights[at + k]!;
  }
  const top = Math.max(...scores);
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += scores[k] = Math.exp(scores[k]! - top);
  for (let k = 0; k < classes; k++) scores[k]! /= sum;
  return scores;
}
