/** The Traffic Light Protocol (FIRST TLP 2.0; SECIR report, Table 6): how far a post may be passed on. */

/** From the freest to the strictest. The report's WHITE is CLEAR today. */
export const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

export type Tlp = (typeof TLP_LABELS)[number];

/** The strictest of some labels; undefined for none. */
export function strictest(labels: readonly Tlp[]): Tlp | undefined {
  return TLP_LABELS.findLast((one) => labels.includes(one));
}
