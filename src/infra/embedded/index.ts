export {
  DATA_FOLDER_ENTRIES,
  DataFolderUnusableError,
  openDataFolder,
  OtherMongodVersionError,
} from './data-folder.ts';
export { DataFolderInUseError, endOrphanMongod, lockDataFolder } from './data-folder-lock.ts';
export { defaultDownloadDir } from './download-dir.ts';
export { type EmbeddedMongod, type EmbeddedMongodOptions, startEmbeddedMongod } from './embedded-mongod.ts';
export { joinEmbeddedMongod } from './join-embedded-mongod.ts';
export { type MongodBinary, provisionMongod } from './mongod-binary.ts';
export { provisionRedis62, provisionRedis7, provisionRedisServer, type RedisBinary } from './redis-binary.ts';
export { type RedisServer, type RedisServerOptions, startRedisServer } from './redis-server.ts';
export type { ExitReport } from './supervised-process.ts';
