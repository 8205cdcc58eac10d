/** What tests use of vcf 2.1.2, which has no types of its own. */

declare module 'vcf' {
  interface Property {
    /** As it stands in the file, unfolded, escapes untouched. */
    valueOf: () => string;
    readonly type?: string | readonly string[];
  }
  export default class VCard {
    static parse(text: string): VCard[];
    get(name: string): Property | Property[] | undefined;
  }
}
