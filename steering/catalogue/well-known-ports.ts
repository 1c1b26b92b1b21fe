/** This file names the TCP ports on which a protocol other than that of the web is at home. */
import type { Fact } from './native-app';
import { page } from './sources';

const IANA = page(
  'IANA, Service Name and Transport Protocol Port Number Registry',
  'https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml',
  'doc',
);
const ORACLE = page(
  'Oracle Database documentation, port numbers',
  'https://docs.oracle.com/en/database/oracle/oracle-database/19/ladbi/oracle-database-component-port-numbers-and-protocols.html',
  'doc',
);
const MONGODB = page(
  'MongoDB manual, default ports',
  'https://www.mongodb.com/docs/manual/reference/default-mongodb-port/',
  'doc',
);

/**
 * What is at home on a port. Left out are ports on which apps of the catalogue are known, those of messengers (5222,
 * 5223, 5228), and those on which people run web servers and proxies.
 */
export const PROTOCOL_OF_PORT: ReadonlyMap<number, Fact<string>> = new Map([
  ...named(IANA, {
    20: 'FTP, the transfer of files',
    21: 'FTP, the transfer of files',
    22: 'SSH',
    23: 'Telnet',
    25: 'SMTP, the transfer of mail',
    53: 'DNS',
    67: 'DHCP',
    68: 'DHCP',
    69: 'TFTP',
    88: 'Kerberos',
    110: 'POP3, the reading of mail',
    111: 'ONC RPC',
    119: 'NNTP',
    123: 'NTP, the time of day',
    135: 'RPC of Windows',
    137: 'NetBIOS',
    138: 'NetBIOS',
    139: 'NetBIOS, the shares of Windows',
    143: 'IMAP, the reading of mail',
    161: 'SNMP',
    162: 'SNMP',
    179: 'BGP',
    194: 'IRC',
    389: 'LDAP, the directory',
    445: 'SMB, the shares of Windows',
    464: 'Kerberos, the change of passwords',
    465: 'SMTP over TLS, the sending of mail',
    500: 'IKE, the keys of IPsec',
    514: 'syslog',
    515: 'LPD, the printer',
    587: 'SMTP, the sending of mail',
    636: 'LDAP over TLS, the directory',
    853: 'DNS over TLS',
    873: 'rsync',
    989: 'FTP over TLS',
    990: 'FTP over TLS',
    993: 'IMAP over TLS, the reading of mail',
    995: 'POP3 over TLS, the reading of mail',
    1080: 'SOCKS',
    1194: 'OpenVPN',
    1433: 'Microsoft SQL Server',
    1434: 'Microsoft SQL Server',
    1723: 'PPTP',
    1812: 'RADIUS',
    1813: 'RADIUS',
    2049: 'NFS',
    3268: 'the global catalog of Active Directory',
    3269: 'the global catalog of Active Directory, over TLS',
    3306: 'MySQL',
    3389: 'RDP, the remote desktop of Windows',
    4500: 'IPsec through NAT',
    5060: 'SIP, the telephone',
    5061: 'SIP over TLS, the telephone',
    5432: 'PostgreSQL',
    5671: 'AMQP over TLS',
    5672: 'AMQP',
    5900: 'VNC',
    6379: 'Redis',
    6514: 'syslog over TLS',
    9418: 'Git',
    11211: 'memcached',
  }),
  ...named(ORACLE, { 1521: 'Oracle Database' }),
  ...named(MONGODB, { 27017: 'MongoDB' }),
]);

function named(source: Fact<string>['source'], protocols: Readonly<Record<number, string>>): [number, Fact<string>][] {
  return Object.entries(protocols).map(([port, value]) => [Number(port), { value, source }]);
}
