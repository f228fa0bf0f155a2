import { graphqlRequest } from '../http-connection.ts';
import {
  judgeCount,
  judgeEntity,
  judgeList,
  judgeState,
  type ListRule,
  type Look,
  type Shown,
  type Subject,
  type Violation,
} from '../judge.ts';
import type { ReadOperation } from '../read-operation.ts';
import { viewerAuthorization } from '../server/extension.ts';
import {
  categories,
  fans,
  readComment,
  titleKeyOf,
  type ChannelThing,
  type CommentSubject,
  type CommentValue,
  type FollowingSubject,
  type Reaction,
  type SocialWorld,
  type VideoSubject,
  type VideoValue,
} from './world.ts';

interface VideoNode {
  readonly id: string;
  readonly title: string;
  readonly status: VideoValue['status'];
  readonly category: { readonly slug: string };
}
interface LiveVideoNode extends VideoNode {
  readonly likes: number;
  readonly dislikes: number;
  readonly commentCount: number;
  readonly viewerReaction: Reaction | null;
}
interface Page<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
}
interface ChannelNode {
  readonly subscribers: number;
  readonly viewerIsSubscribed: boolean | null;
  readonly statistics: { readonly videoCount: number };
  readonly videos: Page<LiveVideoNode>;
}
interface CommentNode {
  readonly id: string;
  readonly text: string;
  readonly author: { readonly name: string } | null;
}

interface ShownVideo extends Shown {
  readonly node: VideoNode;
}
interface ShownComment extends Shown {
  readonly author: string | undefined;
}

const videoFields = 'id title status category { slug }';
const liveFields = `${videoFields} likes dislikes commentCount viewerReaction`;

const shows = (value: VideoValue, { title, status, category }: VideoNode): boolean =>
  value.title === title && value.status === status && value.category === category.slug;

const videoLook: Look<VideoValue, ShownVideo> = { shows: (value, { node }) => shows(value, node) };
const commentLook: Look<CommentValue, Shown> = { shows: () => true };

/** Readers of what looks different to each of them, and nobody in particular. */
const readers = [null, ...fans.slice(0, 6)];
const everything = 100;

type Found = readonly (Violation | undefined)[];

/** All reads of videos and of what viewers do with them. */
export const socialReads = (world: SocialWorld): ReadOperation[] => {
  const { videos, channels, reactions, followings, comments, drift } = world;

  /** No answer carries a video's version, but no two versions look the same. */
  const shown = (node: VideoNode, began: number): ShownVideo => {
    const history = videos.get(node.id)?.history;
    const same = ({ value }: { readonly value: VideoValue | null }) => value !== null && shows(value, node);
    const version = history?.admissible(began).findLast(same) ?? history?.recent().findLast(same);
    return { id: node.id, seq: version?.seq ?? -1, node };
  };
  const isPublic = ({ status }: VideoValue): boolean => status === 'PUBLIC';
  const inChannel = ({ key }: ChannelThing) =>
    new Map([...videos].filter(([, { channel }]) => channel.key === key));

  const byTitle: ListRule<VideoValue>['compare'] = (a, _aId, b, _bId) => {
    const [left, right] = [titleKeyOf(a), titleKeyOf(b)];
    return left === right ? 0 : left < right ? -1 : 1;
  };
  const newestFirst: ListRule<VideoValue>['compare'] = (_a, aId, _b, bId) =>
    (videos.get(bId)?.publishedAt.getTime() ?? 0) - (videos.get(aId)?.publishedAt.getTime() ?? 0);
  const rule = (given: Partial<ListRule<VideoValue>>): ListRule<VideoValue> => ({
    includes: isPublic,
    compare: newestFirst,
    limit: everything,
    loadedApart: false,
    ...given,
  });
  const judgePage = (
    among: ReadonlyMap<string, VideoSubject>,
    { totalCount, nodes }: Page<VideoNode>,
    listRule: ListRule<VideoValue>,
    began: number,
  ): Found => [
    ...judgeList(
      among,
      nodes.map((node) => shown(node, began)),
      listRule,
      videoLook,
      began,
    ),
    judgeCount(among.values(), totalCount, rule({ includes: listRule.includes }), began),
  ];

  /** Counts that are kept apart, and what the viewer did. */
  const judgeLive = (node: LiveVideoNode, viewer: string | null, began: number): Found => {
    const about = reactions.get(node.id);
    const commented = comments.get(node.id);
    if (!about || !commented) return [];
    const counted = (reaction: Reaction, count: number) =>
      judgeCount(
        about.values(),
        count,
        { includes: (value: Reaction) => value === reaction, compare: undefined },
        began,
        { kind: 'live count', slack: drift.of(`reactions ${node.id}`) },
      );
    const own = viewer === null ? undefined : about.get(`${viewer} on ${videos.get(node.id)?.name}`);
    return [
      counted('LIKE', node.likes),
      counted('DISLIKE', node.dislikes),
      judgeCount(commented.values(), node.commentCount, { includes: () => true, compare: undefined }, began, {
        kind: 'live count',
        slack: drift.of(`comments ${node.id}`),
      }),
      own && judgeState<Reaction>(own, node.viewerReaction, began),
    ];
  };

  const ask = (
    name: string,
    viewer: string | null,
    query: string,
    objects: number,
    judge: ReadOperation['judge'],
  ): ReadOperation => ({
    name: viewer === null ? name : `${name}, as ${viewer} sees it`,
    request: graphqlRequest(query, {}, viewer === null ? undefined : viewerAuthorization(viewer)),
    objects,
    judge,
  });

  const lists = [
    ...categories.map((category) => {
      const includes = (value: VideoValue) => isPublic(value) && value.category === category;
      return ask(
        `the videos of ${category}`,
        null,
        `{ videos(filter: { category: "${category}" }, first: 50) { totalCount nodes { ${videoFields} } } }`,
        2 * videos.size,
        ({ videos: page }: { videos: Page<VideoNode> }, began) =>
          judgePage(videos, page, rule({ includes }), began),
      );
    }),
    ask(
      'the first 5 videos by title',
      null,
      `{ videos(sort: { field: TITLE, direction: ASC }, first: 5) { totalCount nodes { ${videoFields} } } }`,
      2 * videos.size,
      ({ videos: page }: { videos: Page<VideoNode> }, began) =>
        judgePage(videos, page, rule({ compare: byTitle, limit: 5 }), began),
    ),
    ...readers.map((viewer) =>
      ask(
        'the newest 6 videos with their counts',
        viewer,
        `{ videos(first: 6) { totalCount nodes { ${liveFields} } } }`,
        videos.size * 2 + 24,
        ({ videos: page }: { videos: Page<LiveVideoNode> }, began) => [
          ...judgePage(videos, page, rule({ limit: 6 }), began),
          ...page.nodes.flatMap((node) => judgeLive(node, viewer, began)),
        ],
      ),
    ),
  ];

  const ofChannels = channels.flatMap((channel) => {
    const among = inChannel(channel);
    const followers = followings.get(channel.id) ?? new Map<string, FollowingSubject>();
    return readers.slice(0, 4).map((viewer) =>
      ask(
        `the channel ${channel.handle}`,
        viewer,
        `{ channel(id: "${channel.id}") { subscribers viewerIsSubscribed statistics { videoCount }
           videos(first: 50) { totalCount nodes { ${liveFields} } } } }`,
        2 + 6 * among.size,
        ({ channel: found }: { channel: ChannelNode | null }, began) => {
          if (!found) return [{ kind: 'missing', found: 'null', expected: channel.handle, subjects: [] }];
          const own = viewer === null ? undefined : followers.get(`${viewer} of ${channel.handle}`);
          return [
            judgeCount(
              followers.values(),
              found.subscribers,
              { includes: () => true, compare: undefined },
              began,
              { kind: 'live count', slack: drift.of(`followers ${channel.id}`) },
            ),
            own && judgeState(own, found.viewerIsSubscribed === true ? 'FOLLOWS' : null, began),
            judgeCount(among.values(), found.statistics.videoCount, rule({}), began),
            ...judgePage(among, found.videos, rule({}), began),
            ...found.videos.nodes.flatMap((node) => judgeLive(node, viewer, began)),
          ];
        },
      ),
    );
  });

  const single = [...videos.values()].flatMap((video, place) =>
    readers
      .slice(0, place < 4 ? readers.length : 2)
      .map((viewer) =>
        ask(
          video.name,
          viewer,
          `{ video(id: "${video.id}") { ${liveFields} } }`,
          5,
          ({ video: node }: { video: LiveVideoNode | null }, began) => [
            judgeEntity(video, node && shown(node, began), videoLook, began),
            ...(node ? judgeLive(node, viewer, began) : []),
          ],
        ),
      ),
  );

  const shownComments = (among: ReadonlyMap<string, CommentSubject>, nodes: readonly CommentNode[]) =>
    nodes.map((node): ShownComment => {
      const said = readComment(node.text) ?? { id: node.text, seq: -1 };
      const subject = among.get(said.id);
      // Of a comment whose writer got no answer, this is how its id becomes known.
      if (subject?.history.recent().some(({ seq }) => seq === said.seq)) subject.knownId ??= node.id;
      return { ...said, author: node.author?.name };
    });
  const ofComments = [...videos.values()].map((video) => {
    const among = comments.get(video.id) ?? new Map<string, CommentSubject>();
    const all: ListRule<CommentValue> = {
      includes: () => true,
      compare: undefined,
      limit: everything,
      loadedApart: false,
    };
    return ask(
      `the comments on ${video.name}`,
      null,
      `{ video(id: "${video.id}") { comments(first: 100) { totalCount nodes { id text author { name } } } } }`,
      2 * among.size,
      ({ video: found }: { video: { comments: Page<CommentNode> } | null }, began) => {
        if (!found) return [{ kind: 'missing', found: 'null', expected: video.name, subjects: [video] }];
        const nodes = shownComments(among, found.comments.nodes);
        return [
          ...judgeList(among, nodes, all, commentLook, began),
          judgeCount(among.values(), found.comments.totalCount, all, began),
          ...nodes.map(({ id, author }) => {
            const viewer = among.get(id)?.viewer;
            if (viewer === undefined || author === viewer) return undefined;
            const whose = `a comment of ${author ?? 'nobody'}`;
            return {
              kind: 'of another viewer' as const,
              found: whose,
              expected: `of ${viewer}`,
              subjects: [],
            };
          }),
        ];
      },
    );
  });

  /** What a viewer follows for certain, and what they may or may not. */
  const followedBy = (viewer: string, began: number) => {
    const states = channels.map((channel) => {
      const subject = followings.get(channel.id)?.get(`${viewer} of ${channel.handle}`);
      const versions: readonly { readonly value: unknown }[] = subject?.history.admissible(began) ?? [];
      const yes = versions.filter(({ value }) => value !== null).length;
      return { channel, subject, certain: yes > 0 && yes === versions.length, possible: yes > 0 };
    });
    return {
      certain: states.filter(({ certain }) => certain),
      unsure: states.filter((s) => s.possible && !s.certain),
    };
  };
  const feeds = fans.slice(0, 5).flatMap((viewer) => {
    const own = new Map(
      [...followings.values()].flatMap((subjects) =>
        [...subjects.values()]
          .filter((one) => one.viewer === viewer)
          .map((one) => [one.channel.id, one] as const),
      ),
    );
    const subjects = new Map<string, Subject<'FOLLOWS'>>(
      [...own].map(([id, { name, history }]) => [id, { id, name, history }]),
    );
    const following = { includes: () => true, compare: undefined, limit: everything, loadedApart: true };
    return [
      ask(
        'the channels that they follow',
        viewer,
        '{ myChannelSubscriptions(first: 50) { totalCount nodes { channel { id } } } }',
        2 * own.size,
        (
          { myChannelSubscriptions: page }: { myChannelSubscriptions: Page<{ channel: { id: string } }> },
          began,
        ) => [
          ...judgeList(
            subjects,
            page.nodes.map(({ channel }) => ({
              id: channel.id,
              // Which time they followed it an answer does not say: the newest that is allowed.
              seq:
                subjects
                  .get(channel.id)
                  ?.history.admissible(began)
                  .findLast(({ value }) => value !== null)?.seq ?? -1,
            })),
            following,
            { shows: () => true },
            began,
          ),
          judgeCount(own.values(), page.totalCount, following, began),
        ],
      ),
      ask(
        'the videos of the channels that they follow',
        viewer,
        `{ subscriptionFeed(first: 50) { nodes { ${videoFields} } } }`,
        videos.size,
        ({ subscriptionFeed: { nodes } }: { subscriptionFeed: Pick<Page<VideoNode>, 'nodes'> }, began) => {
          const { certain, unsure } = followedBy(viewer, began);
          const among = new Map(certain.flatMap(({ channel }) => [...inChannel(channel)]));
          const unsureVideos = new Set(unsure.flatMap(({ channel }) => [...inChannel(channel).keys()]));
          const surely = nodes.filter(({ id }) => !unsureVideos.has(id));
          return judgeList(
            among,
            surely.map((node) => shown(node, began)),
            rule({}),
            videoLook,
            began,
          ).map((violation) => ({
            ...violation,
            subjects: [...violation.subjects, ...[...own.values()].slice(0, 3)],
          }));
        },
      ),
    ];
  });

  return [...lists, ...ofChannels, ...single, ...ofComments, ...feeds];
};
