/** The forms in which sources answer, each with its reader. */

import type { Cctld } from '../words/cctld.ts';
import type { RegistryAnswer } from '../words/registry.ts';
import { normaliseRdap, readRdapAnswer } from './rdap-answer.ts';
import { normaliseAnswer, readRegistryAnswer } from './registry-answer.ts';

export interface AnswerForm {
  readonly read: (text: string, asked: Cctld) => RegistryAnswer;
  /** Two answers that are equal after this say the same about the ccTLD. */
  readonly normalise: (text: string) => string;
}

export const WHOIS_FORM: AnswerForm = { read: readRegistryAnswer, normalise: normaliseAnswer };
export const RDAP_FORM: AnswerForm = { read: readRdapAnswer, normalise: normaliseRdap };
