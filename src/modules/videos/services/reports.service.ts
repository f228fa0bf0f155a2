import type { VideoReportStatus } from '../../../graphql/generated/resolvers.ts';
import { fail, ok, type Result } from '../../../shared/faults.ts';
import {
  pageRequest,
  readPage,
  type Connection,
  type PageArguments,
} from '../../../shared/paging/connection.ts';
import type { ViewerSeam } from '../../../shared/viewer.ts';
import { reportIdOf, type VideoRecord, type VideoReportRecord } from '../models/records.ts';
import type { VideoStores } from '../stores/index.ts';
import { firstReportedFirst } from '../video-orders.ts';
import { noSuchVideo, type VideoAccess } from './video-access.service.ts';
import type { ChangeVideo } from './video-changes.ts';
import { parseReport, parseResolution } from './video-input.ts';

/** Something that a moderator did, for the audit trail. */
export interface ModerationAct {
  readonly kind: 'VIDEO_TAKEN_DOWN' | 'VIDEO_RESTORED' | 'VIDEO_REPORT_DISMISSED';
  /** The owner of the video; `undefined` when it is gone. */
  readonly subjectId: string | undefined;
  readonly details: Record<string, unknown>;
}

/** Writes it down before it is answered. */
export type NoteAct = (act: ModerationAct) => Promise<void>;

export interface Reports {
  /** @returns the id of the video; BAD_USER_INPUT; NOT_FOUND; CONFLICT for one's own, and for the second time. */
  report(videoId: string, input: unknown, viewer: ViewerSeam): Promise<Result<string>>;
  /** The earliest first. @returns BAD_USER_INPUT for a bad page. */
  list(
    status: VideoReportStatus | undefined,
    page: PageArguments,
  ): Promise<Result<Connection<VideoReportRecord>>>;
  /** @returns BAD_USER_INPUT; NOT_FOUND; CONFLICT when it was answered before, or there is no video to take down. */
  resolve(id: string, input: unknown, resolverId: string, note: NoteAct): Promise<Result<VideoReportRecord>>;
  /** @returns NOT_FOUND; CONFLICT for one that was not taken down. */
  restore(videoId: string, note: NoteAct): Promise<Result<VideoRecord>>;
}

const noSuchReport = () => fail('NOT_FOUND', 'There is no report with this id.');
const wasAnswered = () => fail('CONFLICT', 'This report was answered before.');

export const createReports = (
  { reports, videos }: VideoStores,
  access: VideoAccess,
  change: ChangeVideo,
): Reports => {
  /** Each is answered once: whoever comes second gets `null`. */
  const answer = (id: string, status: VideoReportStatus, resolverId: string, note: string | null) =>
    reports.update(id, { status, resolverId, note, resolvedAt: new Date() }, { status: 'OPEN' });

  return {
    report: async (videoId, input, seam) => {
      const viewer = seam.look();
      if (!viewer) return fail('UNAUTHENTICATED', 'Only whoever is signed in can report a video.');
      const parsed = parseReport(input);
      if (!parsed.ok) return parsed;
      const video = await access.video(videoId, [], seam);
      if (!video) return noSuchVideo();
      if (video.ownerId === viewer.id) return fail('CONFLICT', 'This video is your own.');
      const isNew = await reports.insert({
        _id: reportIdOf(videoId, viewer.id),
        videoId,
        reporterId: viewer.id,
        ...parsed.value,
        status: 'OPEN',
        createdAt: new Date(),
        resolvedAt: null,
        resolverId: null,
        note: null,
      });
      if (!isNew) return fail('CONFLICT', 'You reported this video before.');
      // Whoever removes the video removes its reports afterwards: one of the two sees the other.
      if (!(await videos.byId(videoId))) {
        await reports.remove(reportIdOf(videoId, viewer.id));
        return noSuchVideo();
      }
      return ok(videoId);
    },

    list: async (status, page) => {
      const request = pageRequest(firstReportedFirst, page);
      if (!request.ok) return request;
      return ok(
        await readPage(reports.listing(status, firstReportedFirst), firstReportedFirst, request.value),
      );
    },

    resolve: async (id, input, resolverId, note) => {
      const parsed = parseResolution(input);
      if (!parsed.ok) return parsed;
      const { resolution } = parsed.value;
      const words = parsed.value.note ?? null;
      const report = await reports.byId(id);
      if (!report) return noSuchReport();
      if (report.status !== 'OPEN') return wasAnswered();
      const { videoId, reason } = report;

      if (resolution === 'DISMISS') {
        const dismissed = await answer(id, 'DISMISSED', resolverId, words);
        if (!dismissed) return wasAnswered();
        const video = await videos.byId(videoId);
        await note({
          kind: 'VIDEO_REPORT_DISMISSED',
          subjectId: video?.ownerId,
          details: { videoId, reason, note: words },
        });
        return ok(dismissed);
      }

      const video = await change(videoId, ({ takenDownAt }) =>
        ok(takenDownAt === null ? { takenDownAt: new Date(), takenDownFor: reason } : {}),
      );
      if (!video.ok) return fail('CONFLICT', 'The video is gone: there is nothing to take down.');
      const { ownerId: subjectId, title } = video.value;
      await note({
        kind: 'VIDEO_TAKEN_DOWN',
        subjectId,
        details: { videoId, title, reason, note: words },
      });
      const resolved = await answer(id, 'TAKEN_DOWN', resolverId, words);
      for (const other of await reports.idsAbout(videoId, 'OPEN')) {
        await answer(other, 'TAKEN_DOWN', resolverId, words);
      }
      return resolved ? ok(resolved) : wasAnswered();
    },

    restore: async (videoId, note) => {
      const video = await change(videoId, ({ takenDownAt }) =>
        takenDownAt === null
          ? fail('CONFLICT', 'This video was not taken down.')
          : ok({ takenDownAt: null, takenDownFor: null }),
      );
      if (!video.ok) return video;
      const { ownerId: subjectId, title } = video.value;
      await note({ kind: 'VIDEO_RESTORED', subjectId, details: { videoId, title } });
      return video;
    },
  };
};
