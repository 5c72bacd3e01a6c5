/** A series that an expression reads, and the labels that it is chosen by. */
export interface ReadSeries {
  readonly name: string;
  readonly labels: readonly string[];
}

/** What a PromQL expression reads. */
export interface Reading {
  readonly series: readonly ReadSeries[];
  /** Labels that the expression groups or joins by. */
  readonly groupedBy: readonly string[];
}

const KEYWORDS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'inf', 'nan', 'by', 'without']);
const GROUPING = /\b(by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g;
const words = (text: string) => text.split(',').flatMap((word) => word.trim() || []);

/**
 * The series and labels of an expression. It knows as much of PromQL as rules and dashboards here use, and is held to
 * them by the specs: promtool says whether an expression is one at all.
 */
export function readingOf(expression: string): Reading {
  // Texts first: a pattern may hold braces and names of anything.
  const bare = expression.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
  const groupedBy = [...bare.matchAll(GROUPING)].flatMap(([, , list = '']) => words(list));
  const plain = bare
    .replaceAll(GROUPING, ' ')
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/\boffset\s+\w+/g, ' ');
  const series: ReadSeries[] = [];
  for (const [, name = '', isCall, matchers = ''] of plain.matchAll(
    /(?<![\w.])([A-Za-z_:][\w:]*)\s*(?:(\()|\{([^}]*)\})?/g,
  )) {
    if (isCall || KEYWORDS.has(name.toLowerCase())) continue;
    const labels = words(matchers).map((matcher) => matcher.replace(/\s*[=!~].*$/, ''));
    series.push({ name, labels });
  }
  return { series, groupedBy };
}
