import packageJson from '../../package.json' with { type: 'json' };

/** What `npm start` gives Node, which every contestant gets. */
export const nodeFlags: readonly string[] = packageJson.scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--') && word !== '--import');
