import { getDirective } from '@graphql-tools/utils';
import { isEnumType, type GraphQLObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { allResolvers } from '../../../src/domains.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { permissions, permissionsOf } from '../../../src/shared/permissions.ts';
import { roles } from '../../../src/shared/viewer.ts';

const schema = await createSchema(allResolvers);

const accessOf = (type: GraphQLObjectType | null | undefined) =>
  Object.fromEntries(
    Object.entries(type?.getFields() ?? {}).map(([name, field]) => [
      name,
      getDirective(schema, field, 'auth')?.[0]?.['requires'] as string | undefined,
    ]),
  );
const namesOf = (typeName: string): string[] => {
  const type = schema.getType(typeName);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
};

/** Changing this list means: somebody else may do this from now on. */
const mutations = {
  addComment: 'SIGNED_IN',
  addFavourite: 'SIGNED_IN',
  addLesson: 'TEACH_COURSES',
  addToPlaylist: 'SIGNED_IN',
  addRecording: 'TEACH_COURSES',
  arrangeLessons: 'TEACH_COURSES',
  banUser: 'MANAGE_USERS',
  blockUser: 'SIGNED_IN',
  changePassword: 'SIGNED_IN',
  clearCache: 'OPERATE',
  clearWatchHistory: 'SIGNED_IN',
  createChannel: 'PUBLISH_VIDEOS',
  createCourse: 'TEACH_COURSES',
  createMovie: 'EDIT_CATALOGUE',
  createPlaylist: 'SIGNED_IN',
  deleteAccount: 'SIGNED_IN',
  deleteChannel: 'SIGNED_IN',
  deleteComment: 'SIGNED_IN',
  deleteCourse: 'TEACH_COURSES',
  deleteMovie: 'EDIT_CATALOGUE',
  deletePlaylist: 'SIGNED_IN',
  deleteNotification: 'SIGNED_IN',
  deleteVideo: 'SIGNED_IN',
  editComment: 'SIGNED_IN',
  endSession: 'SIGNED_IN',
  enrol: 'SIGNED_IN',
  finishUpload: 'PUBLISH_VIDEOS',
  forgotPassword: 'ANYONE',
  likeComment: 'SIGNED_IN',
  login: 'ANYONE',
  logout: 'SIGNED_IN',
  logoutEverywhere: 'SIGNED_IN',
  moveInPlaylist: 'SIGNED_IN',
  markAllNotificationsRead: 'SIGNED_IN',
  markNotificationRead: 'SIGNED_IN',
  publishCourse: 'TEACH_COURSES',
  publishVideo: 'PUBLISH_VIDEOS',
  rateMovie: 'SIGNED_IN',
  reactToVideo: 'SIGNED_IN',
  recordProgress: 'SIGNED_IN',
  recordSearch: 'ANYONE',
  recordVideoView: 'ANYONE',
  recordView: 'ANYONE',
  refresh: 'ANYONE',
  register: 'ANYONE',
  removeFavourite: 'SIGNED_IN',
  removeFromPlaylist: 'SIGNED_IN',
  removeFromWatchHistory: 'SIGNED_IN',
  removeLesson: 'TEACH_COURSES',
  removeMovieRating: 'SIGNED_IN',
  removeReaction: 'SIGNED_IN',
  removeRecording: 'TEACH_COURSES',
  reportProgress: 'SIGNED_IN',
  reportVideo: 'SIGNED_IN',
  requestUpload: 'PUBLISH_VIDEOS',
  resendVerification: 'ANYONE',
  resetPassword: 'ANYONE',
  resolveReport: 'MODERATE',
  restoreVideo: 'MODERATE',
  saveInstructorProfile: 'TEACH_COURSES',
  setRoles: 'MANAGE_USERS',
  subscribeToChannel: 'SIGNED_IN',
  unbanUser: 'MANAGE_USERS',
  unblockUser: 'SIGNED_IN',
  unenrol: 'SIGNED_IN',
  unlikeComment: 'SIGNED_IN',
  unlistVideo: 'PUBLISH_VIDEOS',
  unpublishCourse: 'TEACH_COURSES',
  unsubscribeFromChannel: 'SIGNED_IN',
  updateChannel: 'PUBLISH_VIDEOS',
  updateCourse: 'TEACH_COURSES',
  updateLesson: 'TEACH_COURSES',
  updateMovie: 'EDIT_CATALOGUE',
  updatePlaylist: 'SIGNED_IN',
  updateNotificationPreferences: 'SIGNED_IN',
  updatePreferences: 'SIGNED_IN',
  updateProfile: 'SIGNED_IN',
  updateRecording: 'TEACH_COURSES',
  updateVideo: 'PUBLISH_VIDEOS',
  verifyEmail: 'ANYONE',
  verifyInstructor: 'MANAGE_USERS',
};

test('every mutation is on the list, with who may use it', () => {
  expect(accessOf(schema.getMutationType())).toEqual(mutations);
});

test('every query of what is private is on the list, and the others are for everybody', () => {
  expect(accessOf(schema.getQueryType())).toMatchObject({
    auditTrail: 'READ_AUDIT_TRAIL',
    channelAnalytics: 'SIGNED_IN',
    continueWatching: 'SIGNED_IN',
    favourites: 'SIGNED_IN',
    exportMyData: 'SIGNED_IN',
    me: 'ANYONE',
    movies: undefined,
    myBlockedUsers: 'SIGNED_IN',
    myChannel: 'SIGNED_IN',
    myChannelSubscriptions: 'SIGNED_IN',
    myPlaylists: 'SIGNED_IN',
    myRatings: 'SIGNED_IN',
    mySessions: 'SIGNED_IN',
    myVideos: 'SIGNED_IN',
    notificationPreferences: 'SIGNED_IN',
    notifications: 'SIGNED_IN',
    playlist: undefined,
    preferences: 'SIGNED_IN',
    reports: 'MODERATE',
    subscriptionFeed: 'SIGNED_IN',
    trendingVideos: undefined,
    unreadNotificationCount: 'SIGNED_IN',
    user: 'MANAGE_USERS',
    users: 'MANAGE_USERS',
    video: undefined,
    videos: undefined,
    watchHistory: 'SIGNED_IN',
  });
});

test('every subscription is on the list, with who may listen', () => {
  expect(accessOf(schema.getSubscriptionType())).toEqual({
    commentAdded: undefined,
    commentDeleted: undefined,
    commentEdited: undefined,
    notificationAdded: 'SIGNED_IN',
    videoCounters: undefined,
  });
});

test('schema and code know the same roles and permissions', () => {
  expect(namesOf('Role')).toEqual([...roles]);
  expect(namesOf('Permission')).toEqual([...permissions]);
  expect(namesOf('Access')).toEqual(['ANYONE', 'SIGNED_IN', ...permissions]);
});

test('an admin may do everything, a viewer nothing beyond what is theirs', () => {
  expect(permissionsOf(['ADMIN'])).toEqual([...permissions]);
  expect(permissionsOf(['VIEWER'])).toEqual([]);
  expect(permissionsOf(['CREATOR', 'INSTRUCTOR'])).toEqual(['PUBLISH_VIDEOS', 'TEACH_COURSES']);
});
