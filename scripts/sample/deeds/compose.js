/** Composes 主要事迹 from the banks of sentences: each theme once at most, neighbours from different sentences. */
import { departmentDeeds } from './department.js';
import { officerDeeds } from './officer.js';
import { responsibleDeeds } from './responsible.js';
import { unitDeeds } from './unit.js';

const banks = { unit: unitDeeds, department: departmentDeeds, responsible: responsibleDeeds, officer: officerDeeds };
const attempts = 60;

/**
 * @returns `(category, facts, most)` → a text of at most `most` characters and close to it. `facts` are the values of the
 *   slots; a sentence with a slot of no value is not used. `facts.sites` are the places that {site} goes through.
 */
export function deedsOf(random) {
  const used = new Map();

  /** A sentence of the theme that has not been used lately. */
  const draw = (category, theme, facts) => {
    const sentences = banks[category][theme];
    const key = `${category}.${theme}`;
    const late = (used.get(key) ?? []).slice(-Math.floor(sentences.length / 2));
    const open = sentences.filter((one) => !late.includes(one) && slotsOf(one).every((slot) => slot in facts));
    return { theme, key, sentence: random.pick(open) };
  };

  return (category, facts, most) => {
    const places = random.shuffle(facts.sites);
    const values = { ...facts, site: true };
    const drawn = Object.keys(banks[category]).map((theme) => draw(category, theme, values));
    const told = drawn.map((one) => ({ ...one, text: fill(random, one.sentence, values, places) }));
    const [lead, ...rest] = told;
    let best = [];
    for (let attempt = 0; attempt < attempts; attempt++) {
      const chosen = new Set([lead]);
      for (const one of random.shuffle(rest)) if (lengthOf([...chosen, one]) <= most) chosen.add(one);
      const inOrder = told.filter((one) => chosen.has(one));
      if (lengthOf(inOrder) > lengthOf(best)) best = inOrder;
    }
    for (const one of best) used.set(one.key, [...(used.get(one.key) ?? []), one.sentence]);
    return best.map((one) => one.text).join('');
  };
}

function lengthOf(told) {
  return told.reduce((sum, one) => sum + [...one.text].length, 0);
}

function slotsOf(sentence) {
  return [...sentence.matchAll(/\{([a-z]+)\}/g)].map(([, slot]) => slot);
}

function fill(random, sentence, values, places) {
  const nextPlace = () => {
    places.push(places.shift());
    return places[places.length - 1];
  };
  return sentence
    .replace(/\[([^\]]+)\]/g, (_, wordings) => random.pick(wordings.split('|')))
    .replace(/\{(\d+)-(\d+)\}/g, (_, low, high) => String(random.int(Number(low), Number(high))))
    .replace(/\{([a-z]+)\}/g, (_, slot) => (slot === 'site' ? nextPlace() : String(values[slot])));
}
