import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where downloads are kept when nobody says otherwise: `marquee` in the user's cache folder, which is
 * `$XDG_CACHE_HOME` when set to an absolute path, else `~/Library/Caches` on a Mac, else `~/.cache`.
 *
 * @param env the environment to look in; the caller reads it, since only src/config may
 */
export function defaultDownloadDir(env: Readonly<Record<string, string | undefined>>): string {
  const xdgCacheHome = env['XDG_CACHE_HOME'];
  // The XDG base directory specification says that relative paths are to be ignored.
  if (xdgCacheHome !== undefined && path.isAbsolute(xdgCacheHome)) return path.join(xdgCacheHome, 'marquee');
  const home = env['HOME'] !== undefined && path.isAbsolute(env['HOME']) ? env['HOME'] : homedir();
  return process.platform === 'darwin'
    ? path.join(home, 'Library', 'Caches', 'marquee')
    : path.join(home, '.cache', 'marquee');
}
