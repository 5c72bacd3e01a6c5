/**
 * A function of one value that remembers its last answer: one mention is compared with hundreds, and what is made of
 * it need not be made for each. Nothing is kept beyond the next question.
 */
export function lastOf<K, V>(make: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
