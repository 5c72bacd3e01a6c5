import { generateKeyPairSync, sign } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its key, both PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 86_400_000;

/** One key for all certificates of a run: making keys is what takes time. */
const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});
const publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
const AUTHORITY = 'Authority of the specs';

/** forge builds what is signed; Node signs it a thousand times faster. */
function signNatively(cert: forge.pki.Certificate): void {
  let toSign = '';
  const digest = { algorithm: 'sha256', update: (bytes: string) => void (toSign = bytes) };
  const signature = () =>
    sign('sha256', Buffer.from(toSign, 'latin1'), pair.privateKey).toString('latin1');
  cert.sign(
    { sign: signature } as unknown as forge.pki.rsa.PrivateKey,
    digest as unknown as forge.md.MessageDigest,
  );
}

let serial = 1;
function certificate(
  subject: string,
  notAfter: Date,
  extensions: object[],
  issuer = AUTHORITY,
): string {
  const cert = forge.pki.createCertificate();
  cert.publicKey = publicKey;
  cert.serialNumber = (serial++).toString(16).padStart(4, '0');
  cert.validity.notBefore = new Date(notAfter.getTime() - 30 * DAY_MS);
  cert.validity.notAfter = notAfter;
  cert.setSubject([{ name: 'commonName', value: subject }]);
  cert.setIssuer([{ name: 'commonName', value: issuer }]);
  cert.setExtensions(extensions);
  signNatively(cert);
  return forge.pki.certificateToPem(cert);
}

const soon = () => new Date(Date.now() + DAY_MS);

const authority = (name: string): string =>
  certificate(
    name,
    soon(),
    [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
    name,
  );

/** The authority's own certificate, for clients to trust. */
export const CA = authority(AUTHORITY);

/** One that has vouched for nobody. */
export const OTHER_CA = authority('Another authority of the specs');

/** What a server shows: for `localhost` and 127.0.0.1 and good for a day, unless said otherwise. */
export function issue({
  names = ['localhost'],
  notAfter = soon(),
}: { names?: string[]; notAfter?: Date } = {}): Identity {
  const altNames = [
    ...names.map((value) => ({ type: 2, value })),
    ...(names.includes('localhost') ? [{ type: 7, ip: '127.0.0.1' }] : []),
  ];
  const cert = certificate(names[0] ?? 'nobody', notAfter, [{ name: 'subjectAltName', altNames }]);
  return { cert, key: pair.privateKey };
}
