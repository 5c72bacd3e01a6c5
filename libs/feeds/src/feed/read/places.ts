import type { XmlElement } from '../xml/element.js';
import { textIn, type Context, type Handler, type Handlers } from './context.js';
import type { Where } from './section.js';
import { walk } from './walk.js';

const MAX_POSITIONS = 10_000;

type Position = readonly number[];

/** Positions in a text; GeoRSS writes latitude first, so they are swapped. Null when one is no number. */
function positions(text: string, dimensions: number, swap: boolean): Position[] | null {
  const numbers = text.replaceAll(',', ' ').trim().split(/\s+/, MAX_POSITIONS).map(Number);
  if (text.trim() === '' || numbers.some((n) => !Number.isFinite(n))) return null;
  const out: Position[] = [];
  for (let at = 0; at + dimensions <= numbers.length; at += dimensions) {
    const [first = 0, second = 0, ...rest] = numbers.slice(at, at + dimensions);
    out.push(swap ? [second, first, ...rest] : [first, second, ...rest]);
  }
  return out.length > 0 ? out : null;
}

type Shape = 'Point' | 'LineString' | 'Polygon' | 'Box';

function place(where: Where, shape: Shape, text: string, swap = true): void {
  const found = positions(text, where.srsDimension === 3 ? 3 : 2, swap);
  if (found === null || (shape === 'Polygon' && found.length < 4)) return;
  where.type = shape;
  where.coordinates = { Point: found[0], LineString: found, Polygon: [found], Box: found }[shape];
}

const simple =
  (shape: Shape): Handler =>
  (element, { section }) => {
    section.where = {};
    place(section.where, shape, textIn(element));
  };

/** Reference systems of EPSG that count in projected metres, east first: the UTM zones and web maps. */
function isProjected(srsName: string | null | undefined): boolean {
  const code = /epsg\D*(\d+)$/i.exec(srsName ?? '')?.[1];
  return code !== undefined && !/^4\d{3}$|^3(819|821|824|889|906)$/.test(code);
}

function reference(element: XmlElement, { section }: Context): void {
  const dimension = Number(element.attributes.get('srsdimension') ?? 2);
  section.where = {
    ...section.where,
    srsName: element.attributes.get('srsname') ?? null,
    srsDimension: Number.isInteger(dimension) ? dimension : 2,
  };
}

const geometry: Handler = (element, context) => {
  reference(element, context);
  const shape = SHAPES[element.local] ?? 'Point';
  for (const text of positionTexts(element))
    place(context.section.where ?? {}, shape, text, !isProjected(context.section.where?.srsName));
};

const SHAPES: Readonly<Record<string, Shape>> = {
  point: 'Point',
  linestring: 'LineString',
  polygon: 'Polygon',
};

/** The position texts below a GML geometry, wherever they stand. */
function positionTexts(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.local === 'pos' || child.local === 'poslist'
      ? [textIn(child)]
      : positionTexts(child);
  });
}

const where: Handler = (element, context) => {
  context.section.where = {};
  walk(element, context);
};

/** GeoRSS, simple and GML. */
export const PLACES: Handlers = {
  georss_point: simple('Point'),
  georss_line: simple('LineString'),
  georss_polygon: simple('Polygon'),
  georss_box: simple('Box'),
  georss_where: where,
  where,
  gml_point: geometry,
  gml_linestring: geometry,
  gml_polygon: geometry,
};
