import { describe, expect, it } from 'vitest';

import type { Address } from '../../../src/machines/words/address.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';
import { roleReason } from '../../../src/machines/reading/role-address.ts';

function reason(address: string, name = 'Ana Beta', cctld = 'xa'): string | undefined {
  const [firstName = '', lastName = ''] = name.split(' ');
  return roleReason(
    { address: address as Address, firstName, lastName },
    { cctld: cctld as Cctld },
  );
}

describe('addresses of a function', () => {
  it.each([
    'noc@nic.xa',
    'security@nic.xa',
    'hostmaster@nic.xa',
    'info@nic.xa',
    'abuse@nic.xa',
    'postmaster@nic.xa',
    'webmaster@nic.xa',
    'support@nic.xa',
    'sales@nic.xa',
    'admin@nic.xa',
    'registry@nic.xa',
    'dns@nic.xa',
    'dnsadmin@nic.xa',
    'dns-admin@nic.xa',
    'dns.admin@nic.xa',
    'cert@nic.xa',
    'csirt@nic.xa',
    'soc@nic.xa',
    'contact@nic.xa',
    'office@nic.xa',
    'helpdesk@nic.xa',
    'help@nic.xa',
    'team@nic.xa',
    'ops@nic.xa',
    'tech@nic.xa',
    'it@nic.xa',
    'nic@nic.xa',
    'duty@nic.xa',
    'incident@nic.xa',
    'secretariat@nic.xa',
    'billing@nic.xa',
    'noc-team@nic.xa',
    'noc2@nic.xa',
    'noc_24x7@nic.xa',
    'tld-admin@nic.xa',
    'xa-noc@nic.xa',
    'xa@nic.xa',
    'noc.xa@gov.example',
    'noc+tldops@nic.xa',
    'cctld-security@nic.xa',
    'ceo@nic.xa',
    'dns-example@dnsexample.test',
    'dnsexample@dns-example.test',
    'soc@example.test',
  ])('%s', (address) => {
    expect(reason(address)).toContain(`"${address.split('@')[0]}"`);
  });

  it('counts a name that is a function as well', () => {
    expect(reason('x41@example.test', 'NOC Team')).toContain('"NOC Team"');
    expect(reason('x41@example.test', 'Duty Officer')).toContain('of a function');
    expect(reason('x41@example.test', 'XA Hostmaster')).toContain('of a function');
  });

  it('names RFC 2142 where it has the word', () => {
    expect(reason('noc@nic.xa')).toBe(
      '"noc" is a mailbox name for a function (RFC 2142), not for one person',
    );
  });
});

describe('addresses of a person', () => {
  it.each([
    ['ana@nic.xa', 'Ana Beta'],
    ['ana.beta@nic.xa', 'Ana Beta'],
    ['ab@nic.xa', 'Ana Beta'],
    ['ana.noc@nic.xa', 'Ana Noc'],
    ['it.beta@nic.xa', 'Ana Beta'],
    ['admin.beta@nic.xa', 'Ana Beta'],
    ['ana@ana.example', 'Ana Beta'],
    ['beta@beta.example', 'Ana Beta'],
    ['anabeta@anabeta.example', 'Ana Beta'],
    ['perez@perez.example', 'Ana Pérez'],
    ['nocera@nic.xa', 'Ana Nocera'],
    ['registro.ana@nic.xa', 'Ana Beta'],
    ['1234@nic.xa', 'Ana Beta'],
    ['ana@xa.example', 'Ana Beta'],
  ])('%s of %s', (address, name) => {
    expect(reason(address, name)).toBeUndefined();
  });

  it('needs no ccTLD and no name', () => {
    expect(roleReason({ address: 'ana@nic.xa' as Address }, {})).toBeUndefined();
    expect(roleReason({ address: 'noc@nic.xa' as Address }, {})).toBeDefined();
  });
});
