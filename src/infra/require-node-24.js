// Plain JavaScript, loaded before anything else: an older Node cannot even read the rest.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `Marquee needs Node 24 or newer, but runs on ${process.version}. ` +
      'Run "npm ci" without --omit=optional, which brings one along, or install Node 24 or newer.\n',
  );
  process.exit(1);
}
