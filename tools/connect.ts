/**
 * Points the unmodified SDK of this process at a local cloud; the variables are the SDK's own. Must run before the
 * first request, not before the import.
 */
export const connectTo = (url: string, env: string): void => {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
  })
}
