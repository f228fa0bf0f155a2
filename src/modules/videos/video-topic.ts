/** What is told of when a video is removed, or who may see it has changed. Its tellings are empty: look again. */
export const videoTopic = (id: string): string => `video:${id}`;
