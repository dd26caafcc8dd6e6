import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compactDecrypt } from 'jose';

/** `npm run open-letter -- FILE.jwe [KEY.pem]`: opens a letter as the print service does, by its private key; the one of the trial data folder where none is named. */
const [file, keyFile = '.data/print-service-private.pem'] = process.argv.slice(2);
if (!file) {
  console.error('Which letter? npm run open-letter -- .data/letters/ID.jwe');
  process.exit(2);
}
const key = createPrivateKey(readFileSync(keyFile, 'utf8'));
const { plaintext } = await compactDecrypt(readFileSync(file, 'utf8'), key, {
  keyManagementAlgorithms: ['RSA-OAEP-256'],
  contentEncryptionAlgorithms: ['A256GCM'],
});
console.log(JSON.stringify(JSON.parse(new TextDecoder().decode(plaintext)), null, 2));
