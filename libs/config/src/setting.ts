import Type, { type TObject, type TSchema } from 'typebox';

/** What a setting's schema says beside its type: where it is read from and how it may be shown. */
export interface SettingMeta {
  /** Environment variable; names of durations and sizes end in their unit. */
  readonly env: string;
  /** One sentence for `.env.example` and for the error when it is bad. */
  readonly description: string;
  /** Never printed, neither in errors nor in `redacted`. */
  readonly secret?: true;
  /** Shown in `.env.example` when there is no default. */
  readonly example?: string;
}

/** One group of settings: property names are those of the typed result. */
export type SettingGroup = TObject;

/** The groups that one service needs, by the name that its config gives them. */
export type SettingGroups = Readonly<Record<string, SettingGroup>>;

/** One setting with its schema, as the loader and the generator of `.env.example` see it. */
export interface Setting extends SettingMeta {
  readonly name: string;
  readonly schema: TSchema & { readonly default?: unknown };
  readonly required: boolean;
}

/** The settings of a group in the order of their declaration. */
export function settingsOf(group: SettingGroup): Setting[] {
  return Object.entries(group.properties).map(([name, schema]) => {
    const meta = schema as unknown as SettingMeta & { default?: unknown };
    const required = !Type.IsOptional(schema) && meta.default === undefined;
    return { ...pickMeta(meta), name, schema, required };
  });
}

const pickMeta = ({ env, description, secret, example }: SettingMeta): SettingMeta => ({
  env,
  description,
  ...(secret === undefined ? {} : { secret }),
  ...(example === undefined ? {} : { example }),
});
