import path from 'node:path';
import MongoBinaryDownload from 'mongodb-memory-server-core/lib/util/MongoBinaryDownload.js';
import { keptDownload, verifySha256 } from './kept-download.ts';

const VERSION = '8.0.11';

/**
 * SHA-256 digests of MongoDB's own archives of that version, as Nixpkgs pins them (pkgs/by-name/mo/mongodb-ce).
 *
 * They are all that is relied on: the downloader of mongodb-memory-server checks no certificate unless npm is told
 * to be strict, and its own check compares an MD5 fetched the same way. So only these archives are taken: on Linux
 * the one built for Ubuntu 22.04, which runs wherever glibc is 2.35 or newer with OpenSSL 3.
 */
const ARCHIVES: Readonly<Record<string, string>> = {
  'linux-x64': '5c4af1b28bd9c8c475526c029719f9066d3c86860702b0ad9fc4d2bfff1e0d8a',
  'linux-arm64': 'a75781a1b76727fb8f64749c585b3700e07bfc1267fcc650f3e569387a276360',
  'darwin-x64': '44babe685262c52b771208a7a602075a7478086934297e5c982dd0adb5b78c9f',
  'darwin-arm64': '90dcc1c8f1178b94f7fafafab7f109b8a20311f1b26ebb1b06a27cbda115e6d6',
};

/**
 * The path of a mongod from MongoDB's own archive for this machine, downloaded by mongodb-memory-server on first
 * use and kept in `downloadDir`.
 *
 * @throws Error saying why, when there is no archive for this machine, no network, or the digest differs
 */
export async function mongodFromArchive(downloadDir: string): Promise<string> {
  const machine = `${process.platform}-${process.arch}`;
  const sha256 = ARCHIVES[machine];
  if (sha256 === undefined) throw new Error(`no archive is pinned for ${machine}`);
  return keptDownload({
    downloadDir,
    name: `mongodb-${VERSION}-${machine}`,
    executable: 'mongod',
    async fetchInto(folder) {
      const download = new MongoBinaryDownload.default({
        version: VERSION,
        downloadDir: folder,
        os: { os: 'linux', dist: 'ubuntu', release: '22.04' },
      });
      const archive = await download.startDownload();
      await verifySha256(archive, sha256);
      return path.resolve(await download.extract(archive));
    },
  });
}
