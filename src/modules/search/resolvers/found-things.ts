import type { GraphQLResolveInfo } from 'graphql';
import { fieldsSelectedOf } from '../../../shared/resolving/selection.ts';
import { moviePaths, type Catalogue } from '../../catalogue/index.ts';
import { coursePaths, type Courses } from '../../courses/index.ts';
import { channelPaths, videoPaths, type Videos } from '../../videos/index.ts';
import type { SearchAllResultModel } from '../resolver-models.ts';
import type { FoundThing } from '../services/search.service.ts';

interface Domains {
  readonly catalogue: Catalogue;
  readonly courses: Courses;
  readonly videos: Videos;
}

const named = <Name extends string, Value extends object>(name: Name, value: Value | null) =>
  value && { ...value, __typename: name };

/** Loads what was found, as its domain shows it to everybody: whatever the index says, nothing else is shown. */
export const loadFound = (
  { catalogue, courses, videos }: Domains,
  info: GraphQLResolveInfo,
): ((found: readonly FoundThing[]) => Promise<(SearchAllResultModel | null)[]>) => {
  const channel = channelPaths(fieldsSelectedOf(info, 'Channel'));
  const course = coursePaths(fieldsSelectedOf(info, 'Course'));
  const movie = moviePaths(fieldsSelectedOf(info, 'Movie'));
  const video = videoPaths(fieldsSelectedOf(info, 'Video'));
  const load = async ({ kind, thingId }: FoundThing): Promise<SearchAllResultModel | null> => {
    switch (kind) {
      case 'Channel':
        return named('Channel', await videos.loaders.channelById.load(thingId, channel));
      case 'Course':
        return named('Course', await courses.access.published(thingId, course));
      case 'Movie':
        return named('Movie', await catalogue.movieById.load(thingId, movie));
      case 'Video':
        return named('Video', await videos.access.listed(thingId, video));
    }
  };
  return (found) => Promise.all(found.map(load));
};
