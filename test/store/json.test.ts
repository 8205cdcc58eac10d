/** What PostgreSQL refuses in jsonb does not get there. */

import { expect, it } from 'vitest';
import { toJson } from '../../src/store/json.ts';

it('halves of surrogate pairs and NUL are replaced, everything else is JSON', () => {
  const half = '😀'.slice(0, 1);
  expect(
    JSON.parse(toJson({ a: [`x${half}`, half, 'a\0b', '😀', 1, null], b: undefined })),
  ).toEqual({
    a: ['x\ufffd', '\ufffd', 'a\ufffdb', '😀', 1, null],
  });
});
