import type { Resolvers } from '../../../graphql/generated/resolvers.ts';
import { AuditEvent } from './AuditEvent.ts';
import { PublicProfile } from './PublicProfile.ts';
import { Session } from './Session.ts';
import { User } from './User.ts';
import { banUser } from './Mutation/banUser.ts';
import { changePassword } from './Mutation/changePassword.ts';
import { deleteAccount } from './Mutation/deleteAccount.ts';
import { endSession } from './Mutation/endSession.ts';
import { forgotPassword } from './Mutation/forgotPassword.ts';
import { login } from './Mutation/login.ts';
import { logout } from './Mutation/logout.ts';
import { logoutEverywhere } from './Mutation/logoutEverywhere.ts';
import { refresh } from './Mutation/refresh.ts';
import { register } from './Mutation/register.ts';
import { resendVerification } from './Mutation/resendVerification.ts';
import { resetPassword } from './Mutation/resetPassword.ts';
import { setRoles } from './Mutation/setRoles.ts';
import { unbanUser } from './Mutation/unbanUser.ts';
import { updateProfile } from './Mutation/updateProfile.ts';
import { verifyEmail } from './Mutation/verifyEmail.ts';
import { auditTrail } from './Query/auditTrail.ts';
import { exportMyData } from './Query/exportMyData.ts';
import { me } from './Query/me.ts';
import { mySessions } from './Query/mySessions.ts';
import { user } from './Query/user.ts';
import { users } from './Query/users.ts';

export const accountResolvers: Resolvers = {
  Query: { auditTrail, exportMyData, me, mySessions, user, users },
  Mutation: {
    banUser,
    changePassword,
    deleteAccount,
    endSession,
    forgotPassword,
    login,
    logout,
    logoutEverywhere,
    refresh,
    register,
    resendVerification,
    resetPassword,
    setRoles,
    unbanUser,
    updateProfile,
    verifyEmail,
  },
  AuditEvent,
  PublicProfile,
  Session,
  User,
};
