// Plain JavaScript, loaded before anything else: an older Node cannot even read the rest.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `Marquee needs Node 24 or newer, but runs on ${process.version}. ` +
      'Run "npm ci" without --omit=optional, which brings one along, or install Node 24 or newer.\n',
  );
  process.exit(1);
}

// Compiling takes most of a start, so what was compiled is kept. Beside the packages, where only those can write who can change
// the code itself; where that is nobody, all is compiled each time.
module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
