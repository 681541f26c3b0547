/** Four eyes: whoever prepares an entry does not review it. */
import { type Message, message } from '../message.ts';
import { fourEyesReasons } from '../messages/register.ts';
import { normalisePersonName } from '../rules/names.ts';
import type { People } from './types.ts';

/** Whether both are named, and not the same person written in two ways. */
export function isFourEyes({ prepared, reviewed }: People): boolean {
  return fourEyesFault({ prepared, reviewed }) === null;
}

/** Errors: `register.four-eyes`. */
export function checkPeople(people: People): readonly Message[] {
  const reason = fourEyesFault(people);
  if (reason === null) return [];
  const actual = `制表：${people.prepared.trim() || '（空）'}，复核：${people.reviewed.trim() || '（空）'}`;
  return [message('register.four-eyes', { reason: fourEyesReasons[reason], actual })];
}

function fourEyesFault({ prepared, reviewed }: People): 'missing' | 'same' | null {
  const [one, other] = [normalisePersonName(prepared), normalisePersonName(reviewed)];
  if (one === '' || other === '') return 'missing';
  return one === other ? 'same' : null;
}
