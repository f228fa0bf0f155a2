/** What schemas of all domains are made of. */

/** A path or value that the schema does not know is a defect, so it throws; `_id` is the only id. */
export const recordOptions = {
  strict: 'throw',
  strictQuery: 'throw',
  id: false,
  versionKey: false,
  autoIndex: false,
} as const;

export const text = { type: String, required: true } as const;
/** May be empty, which Mongoose would take for missing. */
export const anyText = { type: String, default: '' } as const;
export const optionalText = { type: String, default: null } as const;
export const number = { type: Number, required: true } as const;
export const optionalNumber = { type: Number, default: null } as const;
export const boolean = { type: Boolean, required: true } as const;
export const moment = { type: Date, required: true } as const;
export const optionalMoment = { type: Date, default: null } as const;
