/** What Slack says about who did something: in a channel shared by several workspaces they need not be one of ours. */
interface Doing {
  /** For a press, the workspace that the app is installed in; for a form handed in, that of the person. */
  team?: { id: string } | null;
  user: { id: string; team_id?: string };
  view?: { app_installed_team_id?: string } | undefined;
}

/** The workspace that the app is installed in. */
export const installedTeam = ({ team, view }: Doing): string => view?.app_installed_team_id ?? team?.id ?? '';

/** A person, wherever they act: an installation and an id in it. */
export interface Who {
  slackTeamId: string;
  slackUserId: string;
}

/** Who did it. */
export const whoDid = (doing: Doing): Who => ({ slackTeamId: installedTeam(doing), slackUserId: doing.user.id });

/** Whether it was somebody of another workspace. */
export const isOfAnotherTeam = (doing: Doing): boolean => {
  const { team_id: own } = doing.user;
  return own !== undefined && own !== installedTeam(doing);
};
