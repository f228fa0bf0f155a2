/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation UpdateTwice($id: ID!) {\n    before: updateMovie(id: $id, input: { title: \"Before\", directors: [\"Ann Early\"] }) {\n      movie {\n        title\n        directors {\n          name\n          movies {\n            totalCount\n          }\n        }\n      }\n    }\n    after: updateMovie(id: $id, input: { title: \"After\", directors: [\"Ann Early\", \"Bob Late\"] }) {\n      movie {\n        title\n        directors {\n          name\n          movies {\n            totalCount\n            nodes {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.UpdateTwiceDocument,
    "\n  query PopularMovies($first: Int, $after: String) {\n    popularMovies(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n        }\n      }\n    }\n  }\n": typeof types.PopularMoviesDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Movie {\n        title\n      }\n      ... on Person {\n        name\n      }\n      ... on Genre {\n        slug\n      }\n    }\n  }\n": typeof types.AnyNodeDocument,
    "\n  query Genres {\n    genres {\n      id\n      slug\n      name\n    }\n  }\n": typeof types.GenresDocument,
    "\n  query GenreBySlug($slug: String!) {\n    genre(slug: $slug) {\n      id\n      slug\n      name\n    }\n  }\n": typeof types.GenreBySlugDocument,
    "\n  query PersonWithMovies($slug: String!, $sort: MovieSort, $first: Int, $after: String, $last: Int) {\n    person(slug: $slug) {\n      id\n      slug\n      name\n      movies(sort: $sort, first: $first, after: $after, last: $last) {\n        totalCount\n        edges {\n          cursor\n          node {\n            id\n            title\n            directors {\n              slug\n            }\n          }\n        }\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.PersonWithMoviesDocument,
    "\n  query Images {\n    imageConfiguration {\n      baseUrl\n      secureBaseUrl\n      posterSizes\n      backdropSizes\n      profileSizes\n    }\n  }\n": typeof types.ImagesDocument,
    "\n  query Search($query: String!, $first: Int, $after: String) {\n    search(query: $query, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        score\n        node {\n          __typename\n          ... on Movie {\n            id\n            title\n          }\n          ... on Person {\n            id\n            name\n          }\n        }\n      }\n      nodes {\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.SearchDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      email\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      email\n    }\n  }\n": typeof types.VerifyEmailDocument,
    "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email) {\n      email\n    }\n  }\n": typeof types.ResendVerificationDocument,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      tokens {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        sessionExpiresAt\n      }\n      user {\n        id\n        email\n        name\n        roles\n      }\n    }\n  }\n": typeof types.LoginDocument,
    "\n  mutation Refresh($refreshToken: String!) {\n    refresh(refreshToken: $refreshToken) {\n      tokens {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        sessionExpiresAt\n      }\n    }\n  }\n": typeof types.RefreshDocument,
    "\n  mutation Logout {\n    logout {\n      endedSessions\n    }\n  }\n": typeof types.LogoutDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere {\n      endedSessions\n    }\n  }\n": typeof types.LogoutEverywhereDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      id\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      endedSessions\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation ForgotPassword($email: String!) {\n    forgotPassword(email: $email) {\n      email\n    }\n  }\n": typeof types.ForgotPasswordDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      email\n    }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      user {\n        id\n        name\n        bio\n        avatarUrl\n        locale\n      }\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation DeleteAccount($password: String!) {\n    deleteAccount(password: $password) {\n      id\n    }\n  }\n": typeof types.DeleteAccountDocument,
    "\n  mutation SetRoles($userId: ID!, $roles: [Role!]!) {\n    setRoles(userId: $userId, roles: $roles) {\n      user {\n        id\n        roles\n        permissions\n      }\n    }\n  }\n": typeof types.SetRolesDocument,
    "\n  mutation BanUser($userId: ID!, $reason: String!) {\n    banUser(userId: $userId, reason: $reason) {\n      user {\n        id\n        bannedAt\n        banReason\n      }\n    }\n  }\n": typeof types.BanUserDocument,
    "\n  mutation UnbanUser($userId: ID!) {\n    unbanUser(userId: $userId) {\n      user {\n        id\n        bannedAt\n      }\n    }\n  }\n": typeof types.UnbanUserDocument,
    "\n  query Me {\n    me {\n      id\n      email\n      name\n      bio\n      locale\n      roles\n      permissions\n    }\n  }\n": typeof types.MeDocument,
    "\n  query MySessions {\n    mySessions {\n      id\n      device\n      address\n      createdAt\n      lastActiveAt\n      expiresAt\n      isCurrent\n    }\n  }\n": typeof types.MySessionsDocument,
    "\n  query ExportMyData {\n    exportMyData\n  }\n": typeof types.ExportMyDataDocument,
    "\n  query Users($filter: UserFilter, $first: Int, $after: String) {\n    users(filter: $filter, first: $first, after: $after) {\n      totalCount\n      nodes {\n        id\n        email\n        roles\n        bannedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.UsersDocument,
    "\n  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {\n    auditTrail(filter: $filter, first: $first, after: $after) {\n      totalCount\n      nodes {\n        kind\n        at\n        address\n        device\n        details\n        actor {\n          email\n        }\n        subject {\n          email\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AuditTrailDocument,
    "\n  query Movies(\n    $filter: MovieFilter\n    $sort: MovieSort\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    movies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n          year\n          rating\n          votes\n          genres {\n            slug\n          }\n          directors {\n            slug\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.MoviesDocument,
    "\n  query MovieDetail($id: ID!) {\n    movie(id: $id) {\n      id\n      title\n      releaseDate\n      year\n      genres {\n        slug\n      }\n      directors {\n        slug\n        name\n      }\n      runtimeMinutes\n      mpaaRating\n      distributor\n      source\n      creativeType\n      budgetUsd\n      usGrossUsd\n      worldwideGrossUsd\n      usDvdSalesUsd\n      rating\n      importedRating\n      votes\n      viewerRating\n      viewerRatingCount\n      rottenTomatoesRating\n      popularity\n      posterPath\n    }\n  }\n": typeof types.MovieDetailDocument,
    "\n  mutation CreateMovie($input: CreateMovieInput!) {\n    createMovie(input: $input) {\n      movie {\n        id\n        title\n        popularity\n      }\n    }\n  }\n": typeof types.CreateMovieDocument,
    "\n  mutation UpdateMovie($id: ID!, $input: UpdateMovieInput!) {\n    updateMovie(id: $id, input: $input) {\n      movie {\n        id\n        title\n        popularity\n      }\n    }\n  }\n": typeof types.UpdateMovieDocument,
    "\n  mutation DeleteMovie($id: ID!) {\n    deleteMovie(id: $id) {\n      movie {\n        id\n        title\n      }\n    }\n  }\n": typeof types.DeleteMovieDocument,
    "\n  query Preferences {\n    preferences {\n      playbackQuality\n      autoplayNext\n      autoplayPreviews\n      subtitleLanguage\n      audioLanguage\n      maturityLimit\n    }\n  }\n": typeof types.PreferencesDocument,
    "\n  mutation UpdatePreferences($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      preferences {\n        playbackQuality\n        autoplayNext\n        autoplayPreviews\n        subtitleLanguage\n        audioLanguage\n        maturityLimit\n      }\n    }\n  }\n": typeof types.UpdatePreferencesDocument,
    "\n  query ContinueWatching($first: Int, $after: String) {\n    continueWatching(first: $first, after: $after) {\n      totalCount\n      nodes {\n        movie {\n          id\n          title\n        }\n        progress {\n          positionSeconds\n          durationSeconds\n          isFinished\n          watchedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ContinueWatchingDocument,
    "\n  query WatchHistory($first: Int, $after: String) {\n    watchHistory(first: $first, after: $after) {\n      totalCount\n      nodes {\n        movie {\n          id\n        }\n        progress {\n          positionSeconds\n          isFinished\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.WatchHistoryDocument,
    "\n  mutation RecordProgress($input: RecordProgressInput!) {\n    recordProgress(input: $input) {\n      entry {\n        movie {\n          id\n        }\n        progress {\n          positionSeconds\n          durationSeconds\n          isFinished\n        }\n      }\n    }\n  }\n": typeof types.RecordProgressDocument,
    "\n  mutation RemoveFromWatchHistory($movieId: ID!) {\n    removeFromWatchHistory(movieId: $movieId) {\n      movie {\n        id\n        myProgress {\n          positionSeconds\n        }\n      }\n    }\n  }\n": typeof types.RemoveFromWatchHistoryDocument,
    "\n  mutation ClearWatchHistory {\n    clearWatchHistory {\n      removedCount\n    }\n  }\n": typeof types.ClearWatchHistoryDocument,
    "\n  query Favourites($first: Int, $after: String) {\n    favourites(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          addedAt\n          movie {\n            id\n            title\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.FavouritesDocument,
    "\n  mutation AddFavourite($movieId: ID!) {\n    addFavourite(movieId: $movieId) {\n      favourite {\n        addedAt\n        movie {\n          id\n          isFavourite\n        }\n      }\n    }\n  }\n": typeof types.AddFavouriteDocument,
    "\n  mutation RemoveFavourite($movieId: ID!) {\n    removeFavourite(movieId: $movieId) {\n      movie {\n        id\n        isFavourite\n      }\n    }\n  }\n": typeof types.RemoveFavouriteDocument,
    "\n  mutation RateMovie($movieId: ID!, $rating: Int!) {\n    rateMovie(movieId: $movieId, rating: $rating) {\n      movie {\n        id\n        rating\n        importedRating\n        viewerRating\n        viewerRatingCount\n        myRating\n      }\n    }\n  }\n": typeof types.RateMovieDocument,
    "\n  mutation RemoveMovieRating($movieId: ID!) {\n    removeMovieRating(movieId: $movieId) {\n      movie {\n        id\n        rating\n        viewerRatingCount\n        myRating\n      }\n    }\n  }\n": typeof types.RemoveMovieRatingDocument,
    "\n  query MyRatings($first: Int, $after: String) {\n    myRatings(first: $first, after: $after) {\n      totalCount\n      nodes {\n        rating\n        movie {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.MyRatingsDocument,
    "\n  query MyMovie($id: ID!) {\n    movie(id: $id) {\n      id\n      rating\n      importedRating\n      votes\n      viewerRating\n      viewerRatingCount\n      isFavourite\n      myRating\n      myProgress {\n        positionSeconds\n        durationSeconds\n        isFinished\n      }\n    }\n  }\n": typeof types.MyMovieDocument,
    "\n  query RatingOf($id: ID!) {\n    movie(id: $id) {\n      rating\n      importedRating\n      votes\n      popularity\n      viewerRating\n      viewerRatingCount\n    }\n  }\n": typeof types.RatingOfDocument,
    "\n  query BestRated($filter: MovieFilter, $first: Int) {\n    movies(filter: $filter, sort: { field: RATING, direction: DESC }, first: $first) {\n      nodes {\n        id\n        rating\n      }\n    }\n  }\n": typeof types.BestRatedDocument,
};
const documents: Documents = {
    "\n  mutation UpdateTwice($id: ID!) {\n    before: updateMovie(id: $id, input: { title: \"Before\", directors: [\"Ann Early\"] }) {\n      movie {\n        title\n        directors {\n          name\n          movies {\n            totalCount\n          }\n        }\n      }\n    }\n    after: updateMovie(id: $id, input: { title: \"After\", directors: [\"Ann Early\", \"Bob Late\"] }) {\n      movie {\n        title\n        directors {\n          name\n          movies {\n            totalCount\n            nodes {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n": types.UpdateTwiceDocument,
    "\n  query PopularMovies($first: Int, $after: String) {\n    popularMovies(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n        }\n      }\n    }\n  }\n": types.PopularMoviesDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Movie {\n        title\n      }\n      ... on Person {\n        name\n      }\n      ... on Genre {\n        slug\n      }\n    }\n  }\n": types.AnyNodeDocument,
    "\n  query Genres {\n    genres {\n      id\n      slug\n      name\n    }\n  }\n": types.GenresDocument,
    "\n  query GenreBySlug($slug: String!) {\n    genre(slug: $slug) {\n      id\n      slug\n      name\n    }\n  }\n": types.GenreBySlugDocument,
    "\n  query PersonWithMovies($slug: String!, $sort: MovieSort, $first: Int, $after: String, $last: Int) {\n    person(slug: $slug) {\n      id\n      slug\n      name\n      movies(sort: $sort, first: $first, after: $after, last: $last) {\n        totalCount\n        edges {\n          cursor\n          node {\n            id\n            title\n            directors {\n              slug\n            }\n          }\n        }\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.PersonWithMoviesDocument,
    "\n  query Images {\n    imageConfiguration {\n      baseUrl\n      secureBaseUrl\n      posterSizes\n      backdropSizes\n      profileSizes\n    }\n  }\n": types.ImagesDocument,
    "\n  query Search($query: String!, $first: Int, $after: String) {\n    search(query: $query, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        score\n        node {\n          __typename\n          ... on Movie {\n            id\n            title\n          }\n          ... on Person {\n            id\n            name\n          }\n        }\n      }\n      nodes {\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.SearchDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      email\n    }\n  }\n": types.RegisterDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      email\n    }\n  }\n": types.VerifyEmailDocument,
    "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email) {\n      email\n    }\n  }\n": types.ResendVerificationDocument,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      tokens {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        sessionExpiresAt\n      }\n      user {\n        id\n        email\n        name\n        roles\n      }\n    }\n  }\n": types.LoginDocument,
    "\n  mutation Refresh($refreshToken: String!) {\n    refresh(refreshToken: $refreshToken) {\n      tokens {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        sessionExpiresAt\n      }\n    }\n  }\n": types.RefreshDocument,
    "\n  mutation Logout {\n    logout {\n      endedSessions\n    }\n  }\n": types.LogoutDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere {\n      endedSessions\n    }\n  }\n": types.LogoutEverywhereDocument,
    "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      id\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      endedSessions\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation ForgotPassword($email: String!) {\n    forgotPassword(email: $email) {\n      email\n    }\n  }\n": types.ForgotPasswordDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      email\n    }\n  }\n": types.ResetPasswordDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      user {\n        id\n        name\n        bio\n        avatarUrl\n        locale\n      }\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation DeleteAccount($password: String!) {\n    deleteAccount(password: $password) {\n      id\n    }\n  }\n": types.DeleteAccountDocument,
    "\n  mutation SetRoles($userId: ID!, $roles: [Role!]!) {\n    setRoles(userId: $userId, roles: $roles) {\n      user {\n        id\n        roles\n        permissions\n      }\n    }\n  }\n": types.SetRolesDocument,
    "\n  mutation BanUser($userId: ID!, $reason: String!) {\n    banUser(userId: $userId, reason: $reason) {\n      user {\n        id\n        bannedAt\n        banReason\n      }\n    }\n  }\n": types.BanUserDocument,
    "\n  mutation UnbanUser($userId: ID!) {\n    unbanUser(userId: $userId) {\n      user {\n        id\n        bannedAt\n      }\n    }\n  }\n": types.UnbanUserDocument,
    "\n  query Me {\n    me {\n      id\n      email\n      name\n      bio\n      locale\n      roles\n      permissions\n    }\n  }\n": types.MeDocument,
    "\n  query MySessions {\n    mySessions {\n      id\n      device\n      address\n      createdAt\n      lastActiveAt\n      expiresAt\n      isCurrent\n    }\n  }\n": types.MySessionsDocument,
    "\n  query ExportMyData {\n    exportMyData\n  }\n": types.ExportMyDataDocument,
    "\n  query Users($filter: UserFilter, $first: Int, $after: String) {\n    users(filter: $filter, first: $first, after: $after) {\n      totalCount\n      nodes {\n        id\n        email\n        roles\n        bannedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.UsersDocument,
    "\n  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {\n    auditTrail(filter: $filter, first: $first, after: $after) {\n      totalCount\n      nodes {\n        kind\n        at\n        address\n        device\n        details\n        actor {\n          email\n        }\n        subject {\n          email\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AuditTrailDocument,
    "\n  query Movies(\n    $filter: MovieFilter\n    $sort: MovieSort\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    movies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n          year\n          rating\n          votes\n          genres {\n            slug\n          }\n          directors {\n            slug\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.MoviesDocument,
    "\n  query MovieDetail($id: ID!) {\n    movie(id: $id) {\n      id\n      title\n      releaseDate\n      year\n      genres {\n        slug\n      }\n      directors {\n        slug\n        name\n      }\n      runtimeMinutes\n      mpaaRating\n      distributor\n      source\n      creativeType\n      budgetUsd\n      usGrossUsd\n      worldwideGrossUsd\n      usDvdSalesUsd\n      rating\n      importedRating\n      votes\n      viewerRating\n      viewerRatingCount\n      rottenTomatoesRating\n      popularity\n      posterPath\n    }\n  }\n": types.MovieDetailDocument,
    "\n  mutation CreateMovie($input: CreateMovieInput!) {\n    createMovie(input: $input) {\n      movie {\n        id\n        title\n        popularity\n      }\n    }\n  }\n": types.CreateMovieDocument,
    "\n  mutation UpdateMovie($id: ID!, $input: UpdateMovieInput!) {\n    updateMovie(id: $id, input: $input) {\n      movie {\n        id\n        title\n        popularity\n      }\n    }\n  }\n": types.UpdateMovieDocument,
    "\n  mutation DeleteMovie($id: ID!) {\n    deleteMovie(id: $id) {\n      movie {\n        id\n        title\n      }\n    }\n  }\n": types.DeleteMovieDocument,
    "\n  query Preferences {\n    preferences {\n      playbackQuality\n      autoplayNext\n      autoplayPreviews\n      subtitleLanguage\n      audioLanguage\n      maturityLimit\n    }\n  }\n": types.PreferencesDocument,
    "\n  mutation UpdatePreferences($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      preferences {\n        playbackQuality\n        autoplayNext\n        autoplayPreviews\n        subtitleLanguage\n        audioLanguage\n        maturityLimit\n      }\n    }\n  }\n": types.UpdatePreferencesDocument,
    "\n  query ContinueWatching($first: Int, $after: String) {\n    continueWatching(first: $first, after: $after) {\n      totalCount\n      nodes {\n        movie {\n          id\n          title\n        }\n        progress {\n          positionSeconds\n          durationSeconds\n          isFinished\n          watchedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ContinueWatchingDocument,
    "\n  query WatchHistory($first: Int, $after: String) {\n    watchHistory(first: $first, after: $after) {\n      totalCount\n      nodes {\n        movie {\n          id\n        }\n        progress {\n          positionSeconds\n          isFinished\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.WatchHistoryDocument,
    "\n  mutation RecordProgress($input: RecordProgressInput!) {\n    recordProgress(input: $input) {\n      entry {\n        movie {\n          id\n        }\n        progress {\n          positionSeconds\n          durationSeconds\n          isFinished\n        }\n      }\n    }\n  }\n": types.RecordProgressDocument,
    "\n  mutation RemoveFromWatchHistory($movieId: ID!) {\n    removeFromWatchHistory(movieId: $movieId) {\n      movie {\n        id\n        myProgress {\n          positionSeconds\n        }\n      }\n    }\n  }\n": types.RemoveFromWatchHistoryDocument,
    "\n  mutation ClearWatchHistory {\n    clearWatchHistory {\n      removedCount\n    }\n  }\n": types.ClearWatchHistoryDocument,
    "\n  query Favourites($first: Int, $after: String) {\n    favourites(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          addedAt\n          movie {\n            id\n            title\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.FavouritesDocument,
    "\n  mutation AddFavourite($movieId: ID!) {\n    addFavourite(movieId: $movieId) {\n      favourite {\n        addedAt\n        movie {\n          id\n          isFavourite\n        }\n      }\n    }\n  }\n": types.AddFavouriteDocument,
    "\n  mutation RemoveFavourite($movieId: ID!) {\n    removeFavourite(movieId: $movieId) {\n      movie {\n        id\n        isFavourite\n      }\n    }\n  }\n": types.RemoveFavouriteDocument,
    "\n  mutation RateMovie($movieId: ID!, $rating: Int!) {\n    rateMovie(movieId: $movieId, rating: $rating) {\n      movie {\n        id\n        rating\n        importedRating\n        viewerRating\n        viewerRatingCount\n        myRating\n      }\n    }\n  }\n": types.RateMovieDocument,
    "\n  mutation RemoveMovieRating($movieId: ID!) {\n    removeMovieRating(movieId: $movieId) {\n      movie {\n        id\n        rating\n        viewerRatingCount\n        myRating\n      }\n    }\n  }\n": types.RemoveMovieRatingDocument,
    "\n  query MyRatings($first: Int, $after: String) {\n    myRatings(first: $first, after: $after) {\n      totalCount\n      nodes {\n        rating\n        movie {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.MyRatingsDocument,
    "\n  query MyMovie($id: ID!) {\n    movie(id: $id) {\n      id\n      rating\n      importedRating\n      votes\n      viewerRating\n      viewerRatingCount\n      isFavourite\n      myRating\n      myProgress {\n        positionSeconds\n        durationSeconds\n        isFinished\n      }\n    }\n  }\n": types.MyMovieDocument,
    "\n  query RatingOf($id: ID!) {\n    movie(id: $id) {\n      rating\n      importedRating\n      votes\n      popularity\n      viewerRating\n      viewerRatingCount\n    }\n  }\n": types.RatingOfDocument,
    "\n  query BestRated($filter: MovieFilter, $first: Int) {\n    movies(filter: $filter, sort: { field: RATING, direction: DESC }, first: $first) {\n      nodes {\n        id\n        rating\n      }\n    }\n  }\n": types.BestRatedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTwice($id: ID!) {\n    before: updateMovie(id: $id, input: { title: \"Before\", directors: [\"Ann Early\"] }) {\n      movie {\n        title\n        directors {\n          name\n          movies {\n            totalCount\n          }\n        }\n      }\n    }\n    after: updateMovie(id: $id, input: { title: \"After\", directors: [\"Ann Early\", \"Bob Late\"] }) {\n      movie {\n        title\n        directors {\n          name\n          movies {\n            totalCount\n            nodes {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateTwiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PopularMovies($first: Int, $after: String) {\n    popularMovies(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PopularMoviesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Movie {\n        title\n      }\n      ... on Person {\n        name\n      }\n      ... on Genre {\n        slug\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AnyNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Genres {\n    genres {\n      id\n      slug\n      name\n    }\n  }\n"): typeof import('./graphql.ts').GenresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GenreBySlug($slug: String!) {\n    genre(slug: $slug) {\n      id\n      slug\n      name\n    }\n  }\n"): typeof import('./graphql.ts').GenreBySlugDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonWithMovies($slug: String!, $sort: MovieSort, $first: Int, $after: String, $last: Int) {\n    person(slug: $slug) {\n      id\n      slug\n      name\n      movies(sort: $sort, first: $first, after: $after, last: $last) {\n        totalCount\n        edges {\n          cursor\n          node {\n            id\n            title\n            directors {\n              slug\n            }\n          }\n        }\n        nodes {\n          id\n        }\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          endCursor\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PersonWithMoviesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Images {\n    imageConfiguration {\n      baseUrl\n      secureBaseUrl\n      posterSizes\n      backdropSizes\n      profileSizes\n    }\n  }\n"): typeof import('./graphql.ts').ImagesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Search($query: String!, $first: Int, $after: String) {\n    search(query: $query, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        score\n        node {\n          __typename\n          ... on Movie {\n            id\n            title\n          }\n          ... on Person {\n            id\n            name\n          }\n        }\n      }\n      nodes {\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      email\n    }\n  }\n"): typeof import('./graphql.ts').RegisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      email\n    }\n  }\n"): typeof import('./graphql.ts').VerifyEmailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendVerification($email: String!) {\n    resendVerification(email: $email) {\n      email\n    }\n  }\n"): typeof import('./graphql.ts').ResendVerificationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      tokens {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        sessionExpiresAt\n      }\n      user {\n        id\n        email\n        name\n        roles\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LoginDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Refresh($refreshToken: String!) {\n    refresh(refreshToken: $refreshToken) {\n      tokens {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        sessionExpiresAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RefreshDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Logout {\n    logout {\n      endedSessions\n    }\n  }\n"): typeof import('./graphql.ts').LogoutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogoutEverywhere {\n    logoutEverywhere {\n      endedSessions\n    }\n  }\n"): typeof import('./graphql.ts').LogoutEverywhereDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($id: ID!) {\n    endSession(id: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').EndSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      endedSessions\n    }\n  }\n"): typeof import('./graphql.ts').ChangePasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgotPassword($email: String!) {\n    forgotPassword(email: $email) {\n      email\n    }\n  }\n"): typeof import('./graphql.ts').ForgotPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      email\n    }\n  }\n"): typeof import('./graphql.ts').ResetPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      user {\n        id\n        name\n        bio\n        avatarUrl\n        locale\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAccount($password: String!) {\n    deleteAccount(password: $password) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRoles($userId: ID!, $roles: [Role!]!) {\n    setRoles(userId: $userId, roles: $roles) {\n      user {\n        id\n        roles\n        permissions\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SetRolesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BanUser($userId: ID!, $reason: String!) {\n    banUser(userId: $userId, reason: $reason) {\n      user {\n        id\n        bannedAt\n        banReason\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BanUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnbanUser($userId: ID!) {\n    unbanUser(userId: $userId) {\n      user {\n        id\n        bannedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UnbanUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me {\n      id\n      email\n      name\n      bio\n      locale\n      roles\n      permissions\n    }\n  }\n"): typeof import('./graphql.ts').MeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions {\n    mySessions {\n      id\n      device\n      address\n      createdAt\n      lastActiveAt\n      expiresAt\n      isCurrent\n    }\n  }\n"): typeof import('./graphql.ts').MySessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportMyData {\n    exportMyData\n  }\n"): typeof import('./graphql.ts').ExportMyDataDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users($filter: UserFilter, $first: Int, $after: String) {\n    users(filter: $filter, first: $first, after: $after) {\n      totalCount\n      nodes {\n        id\n        email\n        roles\n        bannedAt\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {\n    auditTrail(filter: $filter, first: $first, after: $after) {\n      totalCount\n      nodes {\n        kind\n        at\n        address\n        device\n        details\n        actor {\n          email\n        }\n        subject {\n          email\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AuditTrailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Movies(\n    $filter: MovieFilter\n    $sort: MovieSort\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    movies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n          year\n          rating\n          votes\n          genres {\n            slug\n          }\n          directors {\n            slug\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MoviesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MovieDetail($id: ID!) {\n    movie(id: $id) {\n      id\n      title\n      releaseDate\n      year\n      genres {\n        slug\n      }\n      directors {\n        slug\n        name\n      }\n      runtimeMinutes\n      mpaaRating\n      distributor\n      source\n      creativeType\n      budgetUsd\n      usGrossUsd\n      worldwideGrossUsd\n      usDvdSalesUsd\n      rating\n      importedRating\n      votes\n      viewerRating\n      viewerRatingCount\n      rottenTomatoesRating\n      popularity\n      posterPath\n    }\n  }\n"): typeof import('./graphql.ts').MovieDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateMovie($input: CreateMovieInput!) {\n    createMovie(input: $input) {\n      movie {\n        id\n        title\n        popularity\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CreateMovieDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateMovie($id: ID!, $input: UpdateMovieInput!) {\n    updateMovie(id: $id, input: $input) {\n      movie {\n        id\n        title\n        popularity\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateMovieDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteMovie($id: ID!) {\n    deleteMovie(id: $id) {\n      movie {\n        id\n        title\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DeleteMovieDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Preferences {\n    preferences {\n      playbackQuality\n      autoplayNext\n      autoplayPreviews\n      subtitleLanguage\n      audioLanguage\n      maturityLimit\n    }\n  }\n"): typeof import('./graphql.ts').PreferencesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePreferences($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      preferences {\n        playbackQuality\n        autoplayNext\n        autoplayPreviews\n        subtitleLanguage\n        audioLanguage\n        maturityLimit\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdatePreferencesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ContinueWatching($first: Int, $after: String) {\n    continueWatching(first: $first, after: $after) {\n      totalCount\n      nodes {\n        movie {\n          id\n          title\n        }\n        progress {\n          positionSeconds\n          durationSeconds\n          isFinished\n          watchedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ContinueWatchingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WatchHistory($first: Int, $after: String) {\n    watchHistory(first: $first, after: $after) {\n      totalCount\n      nodes {\n        movie {\n          id\n        }\n        progress {\n          positionSeconds\n          isFinished\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WatchHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordProgress($input: RecordProgressInput!) {\n    recordProgress(input: $input) {\n      entry {\n        movie {\n          id\n        }\n        progress {\n          positionSeconds\n          durationSeconds\n          isFinished\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RecordProgressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveFromWatchHistory($movieId: ID!) {\n    removeFromWatchHistory(movieId: $movieId) {\n      movie {\n        id\n        myProgress {\n          positionSeconds\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RemoveFromWatchHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClearWatchHistory {\n    clearWatchHistory {\n      removedCount\n    }\n  }\n"): typeof import('./graphql.ts').ClearWatchHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Favourites($first: Int, $after: String) {\n    favourites(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          addedAt\n          movie {\n            id\n            title\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FavouritesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddFavourite($movieId: ID!) {\n    addFavourite(movieId: $movieId) {\n      favourite {\n        addedAt\n        movie {\n          id\n          isFavourite\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AddFavouriteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveFavourite($movieId: ID!) {\n    removeFavourite(movieId: $movieId) {\n      movie {\n        id\n        isFavourite\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RemoveFavouriteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RateMovie($movieId: ID!, $rating: Int!) {\n    rateMovie(movieId: $movieId, rating: $rating) {\n      movie {\n        id\n        rating\n        importedRating\n        viewerRating\n        viewerRatingCount\n        myRating\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RateMovieDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMovieRating($movieId: ID!) {\n    removeMovieRating(movieId: $movieId) {\n      movie {\n        id\n        rating\n        viewerRatingCount\n        myRating\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RemoveMovieRatingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyRatings($first: Int, $after: String) {\n    myRatings(first: $first, after: $after) {\n      totalCount\n      nodes {\n        rating\n        movie {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MyRatingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyMovie($id: ID!) {\n    movie(id: $id) {\n      id\n      rating\n      importedRating\n      votes\n      viewerRating\n      viewerRatingCount\n      isFavourite\n      myRating\n      myProgress {\n        positionSeconds\n        durationSeconds\n        isFinished\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MyMovieDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RatingOf($id: ID!) {\n    movie(id: $id) {\n      rating\n      importedRating\n      votes\n      popularity\n      viewerRating\n      viewerRatingCount\n    }\n  }\n"): typeof import('./graphql.ts').RatingOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BestRated($filter: MovieFilter, $first: Int) {\n    movies(filter: $filter, sort: { field: RATING, direction: DESC }, first: $first) {\n      nodes {\n        id\n        rating\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BestRatedDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
