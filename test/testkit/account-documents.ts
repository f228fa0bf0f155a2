import { graphql } from './generated/index.ts';

/** What people do with their accounts. */

export const Register = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      email
    }
  }
`);

export const VerifyEmail = graphql(`
  mutation VerifyEmail($token: String!) {
    verifyEmail(token: $token) {
      email
    }
  }
`);

export const ResendVerification = graphql(`
  mutation ResendVerification($email: String!) {
    resendVerification(email: $email) {
      email
    }
  }
`);

export const Login = graphql(`
  mutation Login($input: LoginInput!) {
    login(input: $input) {
      tokens {
        accessToken
        accessTokenExpiresAt
        refreshToken
        sessionExpiresAt
      }
      user {
        id
        email
        name
        roles
      }
    }
  }
`);

export const Refresh = graphql(`
  mutation Refresh($refreshToken: String!) {
    refresh(refreshToken: $refreshToken) {
      tokens {
        accessToken
        accessTokenExpiresAt
        refreshToken
        sessionExpiresAt
      }
    }
  }
`);

export const Logout = graphql(`
  mutation Logout {
    logout {
      endedSessions
    }
  }
`);

export const LogoutEverywhere = graphql(`
  mutation LogoutEverywhere {
    logoutEverywhere {
      endedSessions
    }
  }
`);

export const EndSession = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      id
    }
  }
`);

export const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      endedSessions
    }
  }
`);

export const ForgotPassword = graphql(`
  mutation ForgotPassword($email: String!) {
    forgotPassword(email: $email) {
      email
    }
  }
`);

export const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      email
    }
  }
`);

export const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      user {
        id
        name
        bio
        avatarUrl
        locale
      }
    }
  }
`);

export const DeleteAccount = graphql(`
  mutation DeleteAccount($password: String!) {
    deleteAccount(password: $password) {
      id
    }
  }
`);

export const SetRoles = graphql(`
  mutation SetRoles($userId: ID!, $roles: [Role!]!) {
    setRoles(userId: $userId, roles: $roles) {
      user {
        id
        roles
        permissions
      }
    }
  }
`);

export const BanUser = graphql(`
  mutation BanUser($userId: ID!, $reason: String!) {
    banUser(userId: $userId, reason: $reason) {
      user {
        id
        bannedAt
        banReason
      }
    }
  }
`);

export const UnbanUser = graphql(`
  mutation UnbanUser($userId: ID!) {
    unbanUser(userId: $userId) {
      user {
        id
        bannedAt
      }
    }
  }
`);

export const Me = graphql(`
  query Me {
    me {
      id
      email
      name
      bio
      locale
      roles
      permissions
    }
  }
`);

export const MySessions = graphql(`
  query MySessions {
    mySessions {
      id
      device
      address
      createdAt
      lastActiveAt
      expiresAt
      isCurrent
    }
  }
`);

export const ExportMyData = graphql(`
  query ExportMyData {
    exportMyData
  }
`);

export const Users = graphql(`
  query Users($filter: UserFilter, $first: Int, $after: String) {
    users(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        id
        email
        roles
        bannedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AuditTrail = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        kind
        at
        address
        device
        details
        actor {
          email
        }
        subject {
          email
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
