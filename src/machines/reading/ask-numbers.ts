/** Finds people by their number in the list, or in the form. */

import type { Mention, People } from './ask-mention.ts';

const NUMBER =
  /(?<![\p{L}\p{N}])(as |as the |als |como |en tant que )?(?:(?:contacts?|sscs?|persons?|numbers?|kontakte?|contactos?|contatos?|contatti|contatto|номера?|контакт|контакта|رقم)(?: (?:no\.?|number|nr\.?|n°|№))? ?|(?:no\.?|nr\.?|n°|№) ?|联系人 ?)#?(\d)(?![\p{N}\p{L}])|#(\d)(?![\p{N}\p{L}])|(?<=(?:^|[^\p{L}])(?:replace|remove|primary|delete)[:]? )(?:#)?(\d)(?=$|[.,;:)]| \d(?!\p{N})| (?:with|by|and|or|from|please|&)(?!\p{L}))/giu;
// "REMOVE 1, 2", "contacts 1 and 2"
const ONE_MORE =
  /(?:\s?(?:[,;&+]|(?<!\p{L})(?:and|und|et|y|e|и|or|oder|ou|или)(?!\p{L}))\s?|\s)#?(\d)(?![\p{N}\p{L}-]|\.\d)(?! \d\d)/iuy;

/** People by the number that our letters show: "REPLACE 2", "contact 2". */
export function byNumber(text: string, people: People): Mention[] {
  return [...text.matchAll(NUMBER)].slice(0, 20).flatMap((found) => {
    // "Bob joins as contact 3" says where, not who.
    if (found[1] !== undefined) return [];
    const end = found.index + found[0].length;
    const first = numbered(people, Number(found[2] ?? found[3] ?? found[4]), found.index, end);
    return [first, ...moreNumbers(text, end, people)];
  });
}

function moreNumbers(text: string, from: number, people: People): Mention[] {
  const out: Mention[] = [];
  ONE_MORE.lastIndex = from;
  for (let found = ONE_MORE.exec(text); found !== null && out.length < 9;) {
    const end = ONE_MORE.lastIndex;
    out.push(numbered(people, Number(found[1]), end - 1, end));
    ONE_MORE.lastIndex = end;
    found = ONE_MORE.exec(text);
  }
  return out;
}

function numbered({ roster, fresh }: People, number: number, start: number, end: number): Mention {
  return {
    start,
    end,
    roster: number >= 1 && number <= roster.length ? [number - 1] : [],
    fresh: fresh.flatMap((draft, at) =>
      draft.numbered === true && draft.number === number ? [at] : [],
    ),
    isNumber: true,
  };
}
