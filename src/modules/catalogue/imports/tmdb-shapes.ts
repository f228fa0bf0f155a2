import { z } from 'zod';

/**
 * What is read of TMDB's answers, as its reference documents them (https://developer.themoviedb.org/reference). Fields
 * that are not listed are not read. What TMDB does not know it gives as 0, "" or null, depending on the field.
 */

const genre = z.object({ id: z.int(), name: z.string().min(1) });

/** `GET /movie/popular`, `GET /trending/movie/{time_window}` */
export const filmPage = z.object({
  page: z.int(),
  total_pages: z.int(),
  results: z.array(z.object({ id: z.int().positive() })),
});

/** `GET /genre/movie/list` */
export const genreList = z.object({ genres: z.array(genre) });

/** `GET /configuration` */
export const configuration = z.object({
  images: z.object({
    base_url: z.url(),
    secure_base_url: z.url(),
    poster_sizes: z.array(z.string()),
    backdrop_sizes: z.array(z.string()),
    profile_sizes: z.array(z.string()),
  }),
});

/** `GET /movie/{movie_id}?append_to_response=credits,release_dates` */
export const filmDetails = z.object({
  id: z.int().positive(),
  title: z.string(),
  release_date: z.string().nullish(),
  genres: z.array(genre),
  runtime: z.int().nullish(),
  budget: z.int().nullish(),
  revenue: z.int().nullish(),
  vote_average: z.number().min(0).max(10),
  vote_count: z.int().min(0),
  poster_path: z.string().nullish(),
  credits: z.object({ crew: z.array(z.object({ name: z.string(), job: z.string() })) }),
  release_dates: z.object({
    results: z.array(
      z.object({
        iso_3166_1: z.string(),
        release_dates: z.array(z.object({ certification: z.string().nullish(), type: z.int() })),
      }),
    ),
  }),
});

export type FilmDetails = z.infer<typeof filmDetails>;
