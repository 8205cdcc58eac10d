/** Reads the text format of Prometheus strictly: what promtool would complain about is thrown. */

/** One family of samples. */
export interface Family {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const HELP = new RegExp(`^# HELP (${NAME}) (\\S.*)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary)$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (NaN|[+-]Inf|[-+0-9.eE]+)$`);
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(?:,|$)/y;

/** Throws an Error that says what is wrong. */
export function readExposition(text: string): Family[] {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, { type?: string; help: string; samples: Sample[] }>();
  let now: string | undefined;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, helped, help = ''] = HELP.exec(line) ?? [];
    const [, typed, type = ''] = TYPE.exec(line) ?? [];
    if (helped !== undefined) {
      if (families.has(helped)) throw new Error(`${helped} is there twice`);
      families.set(helped, { help, samples: [] });
      now = helped;
    } else if (typed !== undefined) {
      const family = families.get(typed);
      if (family === undefined || typed !== now || family.type !== undefined)
        throw new Error(`TYPE of ${typed} stands in the wrong place`);
      family.type = type;
    } else {
      addSample(families.get(now ?? ''), now ?? '', readSample(line));
    }
  }
  return [...families].map(([name, { type, help, samples }]) => {
    const family = { name, type: type ?? 'none', help, samples };
    check(family);
    return family;
  });
}

function readSample(line: string): Sample {
  const [, name, inside = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === undefined) throw new Error(`not readable: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  let at = 0;
  while (at < inside.length) {
    const [whole = '', label, text = ''] = LABEL.exec(inside) ?? [];
    if (label === undefined || label in labels) throw new Error(`labels are wrong: ${line}`);
    labels[label] = text;
    at += whole.length;
  }
  return { name, labels, value: Number(value.replace('Inf', 'Infinity')) };
}

function addSample(
  family: { type?: string; samples: Sample[] } | undefined,
  of: string,
  sample: Sample,
): void {
  if (family?.type === undefined) throw new Error(`${sample.name} has no HELP and TYPE before it`);
  const ends = family.type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
  if (!ends.some((end) => sample.name === `${of}${end}`))
    throw new Error(`${sample.name} stands among the samples of ${of}`);
  const key = JSON.stringify(sample.labels);
  if (family.samples.some((one) => one.name === sample.name && JSON.stringify(one.labels) === key))
    throw new Error(`${sample.name} ${key} is there twice`);
  family.samples.push(sample);
}

// Conventions of https://prometheus.io/docs/practices/naming for what is ours, and of histograms.
function check({ name, type, samples }: Family): void {
  const isCounter = type === 'counter';
  if (name.startsWith('tldops_') && isCounter !== name.endsWith('_total'))
    throw new Error(`${name}: only counters end in _total`);
  if (/_(?:ms|milliseconds|minutes|hours|days)$/.test(name))
    throw new Error(`${name} is not in base units`);
  for (const { value } of samples)
    if (isCounter && !(value >= 0)) throw new Error(`${name} counts below zero`);
  if (type === 'histogram') checkBuckets(name, samples);
}

// Grouped by all labels but `le`: cumulative, and the last one is that of all.
function checkBuckets(name: string, samples: readonly Sample[]): void {
  const groups = Map.groupBy(samples, ({ labels: { le: _, ...rest } }) => JSON.stringify(rest));
  for (const group of groups.values()) {
    const buckets = group.filter((one) => one.name.endsWith('_bucket'));
    const edges = buckets.map(({ labels }) =>
      Number((labels['le'] ?? '').replace('+Inf', 'Infinity')),
    );
    const counts = buckets.map(({ value }) => value);
    const all = group.find((one) => one.name.endsWith('_count'))?.value;
    if (!rises(edges) || !rises(counts) || edges.at(-1) !== Infinity || counts.at(-1) !== all)
      throw new Error(`the buckets of ${name} do not add up`);
  }
}

function rises(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));
}
