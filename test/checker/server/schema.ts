import { parse } from 'graphql';

/** What the check adds to the API. A plain text: code generation knows the schema of the product only. */
export const checkTypeDefs = parse(`
  type CheckItem @cacheControl(maxAge: 3600) {
    id: ID!
    seq: Int!
    group: String
    rank: Int!
    due: Int
    words: String!
    "Whoever reads it. No hint says so: what looks at the viewer is theirs all the same."
    seenBy: String
  }

  type CheckGroup @cacheControl(maxAge: 3600) {
    id: ID!
    seq: Int!
    name: String!
    items(first: Int!): [CheckItem!]!
    itemCount: Int!
  }

  type CheckNote @cacheControl(maxAge: 3600, scope: PRIVATE) {
    id: ID!
    seq: Int!
    owner: String!
    text: String!
  }

  type CheckTally {
    group: String
    count: Int!
  }

  enum CheckItemOrder {
    RANK
    DUE_DESCENDING
  }

  extend type Query {
    checkItem(id: ID!): CheckItem @cacheControl(maxAge: 3600)
    "All of them, in the order of their ranks."
    checkItems(first: Int!): [CheckItem!]! @cacheControl(maxAge: 3600)
    "Those of a group; null: those that are in none."
    checkItemsOf(group: String, order: CheckItemOrder!, first: Int!): [CheckItem!]! @cacheControl(maxAge: 3600)
    checkItemCount: Int! @cacheControl(maxAge: 3600)
    checkItemCountOf(group: String): Int! @cacheControl(maxAge: 3600)
    checkTally: [CheckTally!]! @cacheControl(maxAge: 3600)
    checkSearch(words: String!): [CheckItem!]! @cacheControl(maxAge: 3600)
    checkGroup(id: ID!): CheckGroup @cacheControl(maxAge: 3600)
    checkGroups: [CheckGroup!]! @cacheControl(maxAge: 3600)
    checkNote(name: String!): CheckNote @cacheControl(maxAge: 3600) @auth(requires: ANYONE)
    checkNotes: [CheckNote!]! @cacheControl(maxAge: 3600) @auth(requires: ANYONE)
  }

  enum CheckWay {
    ONE
    FIND_ONE_AND
    BULK
    MANY
    REPLACE
    SAVE
    RAW
  }

  enum CheckOutcome {
    "It is done."
    APPLIED
    "It was done before, by the same write."
    ALREADY
    "There is nothing to change."
    ABSENT
    "A later write was there first."
    OVERTAKEN
    "The transaction was given up, as asked."
    ABORTED
  }

  "Without group, rank, due and words: they stay as they are."
  input CheckItemInput {
    id: ID!
    seq: Int!
    group: String
    rank: Int
    due: Int
    words: String
  }

  type CheckItemPayload {
    outcome: CheckOutcome!
    item: CheckItem
  }

  type CheckItemsPayload {
    outcome: CheckOutcome!
    items: [CheckItem!]!
  }

  type CheckGroupPayload {
    outcome: CheckOutcome!
    group: CheckGroup
  }

  type CheckNotePayload {
    outcome: CheckOutcome!
    note: CheckNote
  }

  extend type Mutation {
    checkCreateItem(item: CheckItemInput!, way: CheckWay!): CheckItemPayload! @auth(requires: ANYONE)
    "pauseMs: how long the server waits before it writes, so that the client may be gone by then."
    checkUpdateItem(item: CheckItemInput!, way: CheckWay!, pauseMs: Int!): CheckItemPayload! @auth(requires: ANYONE)
    checkDeleteItem(id: ID!, way: CheckWay!): CheckItemPayload! @auth(requires: ANYONE)
    "All or none of them, with a pause before the end, in which they are written and not committed."
    checkUpdateItems(items: [CheckItemInput!]!, abort: Boolean!, pauseMs: Int!): CheckItemsPayload! @auth(requires: ANYONE)
    checkRenameGroup(id: ID!, seq: Int!, name: String!): CheckGroupPayload! @auth(requires: ANYONE)
    checkWriteNote(name: String!, seq: Int!, text: String!): CheckNotePayload! @auth(requires: ANYONE)
    checkDeleteNote(name: String!): CheckNotePayload! @auth(requires: ANYONE)
  }
`);
