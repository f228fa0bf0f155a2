import type { Asked, Contestant, ContestantSettings, Reply, Usage } from './contestant.ts';
import { entrant, isContestantName } from './line-up.ts';
import { usage } from './usage.ts';

/** The process of one contestant: `node bench/contestants/main.ts <name> <settings as JSON>`, with an IPC channel. */

const say = (reply: Reply): void => {
  process.send?.(reply);
};

const answerTo = (contestant: Contestant, { ask }: Asked): Usage | number | null => {
  switch (ask.kind) {
    case 'usage':
      return usage();
    case 'commands':
      return contestant.commands();
    case 'count-commands':
      contestant.countCommands();
      return null;
    case 'set-answer':
      contestant.setAnswer?.(ask.answer);
      return null;
  }
};

const [, , name = '', settings = '{}'] = process.argv;
// The bench is gone, however it went.
process.once('disconnect', () => process.exit(0));
// Ctrl-C in a terminal reaches every process: the bench decides what comes of it.
process.on('SIGINT', () => undefined);

try {
  if (!isContestantName(name)) throw new TypeError(`Expected the name of a contestant, but got "${name}".`);
  const start = await entrant(name).load();
  const contestant = await start(JSON.parse(settings) as ContestantSettings);
  process.on('message', (asked: Asked) => {
    say({ kind: 'reply', id: asked.id, value: answerTo(contestant, asked) });
  });
  say({ kind: 'ready', port: contestant.port });
} catch (error) {
  say({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
