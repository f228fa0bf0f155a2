/** What tests use of it: the package has no types. */
declare module 's3rver' {
  export interface S3rverOptions {
    readonly address: string;
    /** 0 takes a free one. */
    readonly port: number;
    /** Where buckets are kept. */
    readonly directory: string;
    readonly silent: boolean;
    readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
  }
  export default class S3rver {
    constructor(options: S3rverOptions);
    run(): Promise<{ readonly address: string; readonly port: number }>;
    close(): Promise<void>;
  }
}
