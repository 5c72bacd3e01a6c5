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
}

/** How far a step goes; AdaGrad scales it down weight by weight. */
const RATE = 0.5;

/**
 * Multinomial logistic regression over binary features, by full-batch AdaGrad. Deterministic: begins at
 * zero and takes the examples in their order. Returns weights by feature, then class.
 */
export function fitSoftmax(examples: readonly Example[], options: SoftmaxOptions): Float64Array {
  const { features, classes, penalty, epochs } = options;
  const weights = new Float64Array(features * classes);
  const squares = new Float64Array(features * classes).fill(1e-8);
  const gradient = new Float64Array(features * classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = penalty * weights[i]!;
    for (const { features: active, label } of examples) {
      const errors = softmax(active, weights, classes);
      errors[label]! -= 1;
      for (const feature of active) {
        const at = feature * classes;
        for (let k = 0; k < classes; k++) gradient[at + k]! += errors[k]! / examples.length;
      }
    }
    for (let i = 0; i < weights.length; i++) {
      squares[i]! += gradient[i]! ** 2;
      weights[i]! -= (RATE * gradient[i]!) / Math.sqrt(squares[i]!);
    }
  }
  return weights;
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
