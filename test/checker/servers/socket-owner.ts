import { readdir, readFile, readlink } from 'node:fs/promises';

const hexPort = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/** The number of the socket on this machine whose own port and peer's port are these; `undefined`: there is none. */
const inodeOf = async (localPort: number, remotePort: number): Promise<string | undefined> => {
  for (const line of (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1)) {
    const words = line.trim().split(/\s+/);
    const [, local, remote] = words;
    if (local?.endsWith(`:${hexPort(localPort)}`) && remote?.endsWith(`:${hexPort(remotePort)}`))
      return words[9];
  }
  return undefined;
};

/**
 * Which of these processes a connection comes from, as Linux tells it: so that one can be cut off from another although both
 * connect to the same port.
 *
 * @param remotePort where the connection comes from.
 * @param localPort where it goes to.
 */
export const ownerOf = async (
  remotePort: number,
  localPort: number,
  pids: Iterable<number>,
): Promise<number | undefined> => {
  const inode = await inodeOf(remotePort, localPort);
  if (inode === undefined) return undefined;
  for (const pid of pids) {
    const folder = `/proc/${pid}/fd`;
    const names = await readdir(folder).catch(() => []);
    const links = await Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
    if (links.includes(`socket:[${inode}]`)) return pid;
  }
  return undefined;
};
