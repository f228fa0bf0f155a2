/**
 * A failure that the person who starts Marquee can do something about. Its message is a whole sentence that says
 * what is wrong and what to do; whoever reports it prints the message alone, without a stack.
 */
export class StartupError extends Error {
  override readonly name: string = 'StartupError';
}
