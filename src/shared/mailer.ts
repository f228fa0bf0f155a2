/** A letter of plain text to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Sends in the background: how long it takes must not tell whether there was somebody to write to. */
  send(mail: Mail): void;
}
