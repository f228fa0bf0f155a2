import { graphqlRequest } from '../http-connection.ts';
import type { Draft, Outcome } from '../history.ts';
import type { Subject } from '../judge.ts';
import { creatorAuthorization, viewerAuthorization } from '../server/extension.ts';
import type { SeededRandom } from '../../../src/seed/seeded-random.ts';
import type { WriteSubmissions } from '../write-submission.ts';
import {
  anyMood,
  categories,
  commentText,
  videoTitle,
  type CommentSubject,
  type CommentValue,
  type FollowingSubject,
  type Reaction,
  type ReactionSubject,
  type SocialWorld,
  type VideoSubject,
  type VideoValue,
} from './world.ts';

/** Of what the next write is. */
const kinds = { reaction: 34, comment: 30, video: 24, following: 12 };
const videoChanges = { title: 40, category: 25, status: 35 };
const commentChanges = { edit: 55, delete: 45 };
const doubleClicks = 0.02;

/** The API lets a viewer interact 30 times a minute; who comes near it rests. */
const interactionsAMinute = 26;
const minuteMs = 60_000;

const updateDocument =
  'mutation ($id: ID!, $input: UpdateVideoInput!) { updateVideo(id: $id, input: $input) { video { id title status } } }';
const statusDocument = {
  PUBLIC: 'mutation ($id: ID!) { publishVideo(id: $id) { video { id status } } }',
  UNLISTED: 'mutation ($id: ID!) { unlistVideo(id: $id) { video { id status } } }',
} as const;
const reactDocument =
  'mutation ($id: ID!, $reaction: Reaction!) { reactToVideo(id: $id, reaction: $reaction) { video { id } } }';
const unreactDocument = 'mutation ($id: ID!) { removeReaction(id: $id) { video { id } } }';
const followDocument = 'mutation ($id: ID!) { subscribeToChannel(id: $id) { channel { id } } }';
const unfollowDocument = 'mutation ($id: ID!) { unsubscribeFromChannel(id: $id) { channel { id } } }';
const addDocument = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }';
const editDocument =
  'mutation ($id: ID!, $text: String!) { editComment(id: $id, text: $text) { comment { id } } }';
const deleteDocument = 'mutation ($id: ID!) { deleteComment(id: $id) { id } }';

const isDone = () => 'acknowledged' as const;
/** Written as any client would: nothing keeps a late write from undoing a newer one. */
const draft = <Value>(value: Value | null, what: string): Draft<Value> => ({
  value,
  fenced: false,
  mayApply: true,
  what,
});

/** What one of several writers has for itself. */
export interface SocialShare {
  readonly videos: readonly VideoSubject[];
  readonly reactions: readonly ReactionSubject[];
  readonly followings: readonly FollowingSubject[];
  readonly comments: readonly CommentSubject[];
}

const valuesIn = <Thing>(maps: ReadonlyMap<string, ReadonlyMap<string, Thing>>): Thing[] =>
  [...maps.values()].flatMap((map) => [...map.values()]);

/** @param isMine whether a viewer is this writer's: nobody else acts for them. */
export const socialShare = (
  world: SocialWorld,
  isMine: (viewer: string) => boolean,
  isMyVideo: (video: VideoSubject) => boolean,
): SocialShare => ({
  videos: [...world.videos.values()].filter(isMyVideo),
  reactions: valuesIn(world.reactions).filter(({ viewer }) => isMine(viewer)),
  followings: valuesIn(world.followings).filter(({ viewer }) => isMine(viewer)),
  comments: valuesIn(world.comments).filter(({ viewer }) => isMine(viewer)),
});

export class SocialWriter {
  readonly #world: SocialWorld;
  readonly #mine: SocialShare;
  readonly #random: SeededRandom;
  readonly #submissions: WriteSubmissions;
  /** What was changed last of a video: two changes of its status in a row would make it look as it did before. */
  readonly #lastChange = new Map<VideoSubject, 'title' | 'status'>();
  /** When each viewer acted of late, in milliseconds. */
  readonly #acted = new Map<string, number[]>();

  constructor(world: SocialWorld, mine: SocialShare, random: SeededRandom, submissions: WriteSubmissions) {
    this.#world = world;
    this.#mine = mine;
    this.#random = random;
    this.#submissions = submissions;
  }

  async write(): Promise<void> {
    const { videos, reactions, followings, comments } = this.#mine;
    const kind = this.#random.weighted(kinds);
    if (kind === 'reaction' && reactions.length > 0) await this.#react(this.#random.pick(reactions));
    else if (kind === 'following' && followings.length > 0) await this.#follow(this.#random.pick(followings));
    else if (kind === 'comment' && comments.length > 0) await this.#comment(this.#random.pick(comments));
    else if (videos.length > 0) await this.#changeVideo(this.#random.pick(videos));
  }

  /** Whether the viewer may act once more, and then counts it. */
  #mayAct(viewer: string): boolean {
    const now = performance.now();
    const recent = (this.#acted.get(viewer) ?? []).filter((at) => now - at < minuteMs);
    this.#acted.set(viewer, recent);
    if (recent.length >= interactionsAMinute) return false;
    recent.push(now);
    return true;
  }

  #manner(): 'once' | 'twice' {
    return this.#random.happens(doubleClicks) ? 'twice' : 'once';
  }

  /**
   * Sends something that is counted, too. Never as a double click: the second one is told that it was done already, which may be
   * before the first has counted it.
   */
  #submitCounted<Value>(
    subject: Subject<Value>,
    value: Value | null,
    what: string,
    counted: string,
    request: (seq: number) => string,
    outcomeOf: (data: never) => 'acknowledged' | 'refused' = isDone,
  ): Promise<Outcome | undefined> {
    return this.#submissions.submit<Value>({
      targets: [{ subject, draft: draft<Value>(value, what) }],
      request: ([seq = 0]) => request(seq),
      outcomeOf,
      manner: 'once',
      onUnknown: (life) => this.#world.drift.note(counted, life),
    });
  }

  async #react(subject: ReactionSubject): Promise<void> {
    const { history, video, viewer } = subject;
    if (history.isHaunted || !this.#mayAct(viewer)) return;
    const others = ([null, 'LIKE', 'DISLIKE'] as const).filter((value) => value !== history.certain?.value);
    const value: Reaction | null = this.#random.pick(others);
    await this.#submitCounted<Reaction>(
      subject,
      value,
      `think ${value ?? 'nothing'}`,
      `reactions ${video.id}`,
      () =>
        graphqlRequest(
          value === null ? unreactDocument : reactDocument,
          { id: video.id, ...(value !== null && { reaction: value }) },
          viewerAuthorization(viewer),
        ),
    );
  }

  async #follow(subject: FollowingSubject): Promise<void> {
    const { history, channel, viewer } = subject;
    if (history.isHaunted || !this.#mayAct(viewer)) return;
    const value = history.certain?.value === 'FOLLOWS' ? null : 'FOLLOWS';
    await this.#submitCounted<'FOLLOWS'>(
      subject,
      value,
      value === null ? 'follow no more' : 'follow',
      `followers ${channel.id}`,
      () =>
        graphqlRequest(
          value === null ? unfollowDocument : followDocument,
          { id: channel.id },
          viewerAuthorization(viewer),
        ),
    );
  }

  async #comment(subject: CommentSubject): Promise<void> {
    const { history, viewer, knownId } = subject;
    if (history.isHaunted) return;
    const { certain } = history;
    if (certain?.value === null) {
      if (this.#mayAct(viewer)) await this.#addComment(subject);
    } else if (knownId !== undefined) {
      const change = certain ? this.#random.weighted(commentChanges) : 'delete';
      if (change === 'delete') await this.#deleteComment(subject, knownId);
      else if (this.#mayAct(viewer)) await this.#editComment(subject, knownId);
    }
    // Else nobody knows whether it is there, and no answer has shown it: it is left alone.
  }

  async #addComment(subject: CommentSubject): Promise<void> {
    const { number, viewer, video, history } = subject;
    subject.knownId = undefined;
    await this.#submitCounted<CommentValue>(
      subject,
      { text: commentText(number, history.nextSeq) },
      'comment',
      `comments ${video.id}`,
      (seq) =>
        graphqlRequest(
          addDocument,
          { input: { videoId: video.id, text: commentText(number, seq) } },
          viewerAuthorization(viewer),
        ),
      ({ addComment }: { addComment: { comment: { id: string } } }) => {
        subject.knownId = addComment.comment.id;
        return 'acknowledged';
      },
    );
  }

  async #editComment(subject: CommentSubject, id: string): Promise<void> {
    const { number, viewer, history } = subject;
    await this.#submissions.submit<CommentValue>({
      targets: [{ subject, draft: draft({ text: commentText(number, history.nextSeq) }, 'edit') }],
      request: ([seq = 0]) =>
        graphqlRequest(editDocument, { id, text: commentText(number, seq) }, viewerAuthorization(viewer)),
      outcomeOf: isDone,
      manner: this.#manner(),
    });
  }

  async #deleteComment(subject: CommentSubject, id: string): Promise<void> {
    const { viewer, video } = subject;
    await this.#submissions.submit<CommentValue>({
      targets: [{ subject, draft: draft<CommentValue>(null, 'delete') }],
      request: () => graphqlRequest(deleteDocument, { id }, viewerAuthorization(viewer)),
      outcomeOf: isDone,
      // Whoever removes what is gone is told so.
      meansDone: (code) => code === 'NOT_FOUND',
      manner: 'once',
      onUnknown: (life) => this.#world.drift.note(`comments ${video.id}`, life),
    });
  }

  async #changeVideo(video: VideoSubject): Promise<void> {
    const { history } = video;
    if (history.isHaunted) return;
    const { certain } = history;
    const last = this.#lastChange.get(video);
    if (!certain?.value) {
      // The same once more: only that is unsure which was changed last.
      const value = history.admissible(Infinity).at(-1)?.value;
      if (value && last === 'status') await this.#setStatus(video, value);
      else if (value) await this.#setDetails(video, value, { category: value.category });
      return;
    }
    const { value } = certain;
    const change = last === 'status' ? 'title' : this.#random.weighted(videoChanges);
    if (change === 'status') {
      await this.#setStatus(video, { ...value, status: value.status === 'PUBLIC' ? 'UNLISTED' : 'PUBLIC' });
    } else {
      await this.#setDetails(
        video,
        value,
        change === 'category' ? { category: this.#random.pick(categories) } : {},
      );
    }
  }

  async #setStatus(video: VideoSubject, value: VideoValue): Promise<void> {
    this.#lastChange.set(video, 'status');
    await this.#submissions.submit<VideoValue>({
      targets: [{ subject: video, draft: draft(value, value.status === 'PUBLIC' ? 'publish' : 'unlist') }],
      request: () =>
        graphqlRequest(
          statusDocument[value.status],
          { id: video.id },
          creatorAuthorization(video.channel.owner),
        ),
      outcomeOf: isDone,
      manner: this.#manner(),
    });
  }

  async #setDetails(
    video: VideoSubject,
    value: VideoValue,
    given: { readonly category?: string },
  ): Promise<void> {
    this.#lastChange.set(video, 'title');
    const mood = anyMood((moods) => this.#random.pick(moods));
    const title = videoTitle(mood, video.number, video.history.nextSeq);
    await this.#submissions.submit<VideoValue>({
      targets: [
        {
          subject: video,
          draft: draft({ ...value, ...given, title }, `set: ${JSON.stringify({ ...given, title })}`),
        },
      ],
      request: () =>
        graphqlRequest(
          updateDocument,
          { id: video.id, input: { ...given, title } },
          creatorAuthorization(video.channel.owner),
        ),
      outcomeOf: isDone,
      manner: this.#manner(),
    });
  }
}
