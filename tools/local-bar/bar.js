/* The local build's bar: who am I, and what time is it. Served by the local cloud only, never part of a build. */
;(() => {
  const stored = 'local-openid'
  if (!sessionStorage.getItem(stored) && !localStorage.getItem(stored))
    localStorage.setItem(stored, 'local-resident-1')
  const state = { people: [], offset: 0 }
  const host = document.createElement('aside')
  host.setAttribute('aria-label', '本机演示工具')
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `
    <style>
      :host { position: fixed; z-index: 99999; right: 8px; top: 6px; font: 13px/1.4 system-ui, sans-serif; }
      button, select, input { font: inherit; min-height: 32px; border-radius: 8px; border: 1px solid #8a9591; background: #fff; color: #1b2422; padding: 2px 8px; }
      #tab { opacity: .92; max-width: 27vw; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      #panel { position: absolute; right: 0; top: 38px; width: min(340px, 92vw); background: #fff; color: #1b2422; border: 1px solid #8a9591; border-radius: 12px; padding: 12px; box-sizing: border-box; }
      #panel[hidden] { display: none; }
      #panel > * { width: 100%; margin-bottom: 8px; box-sizing: border-box; }
      .row { display: flex; gap: 6px; } .row button { flex: 1; }
      #people { height: 220px; }
    </style>
    <button id="tab" aria-expanded="false"></button>
    <div id="panel" hidden>
      <input id="find" placeholder="查找人员" aria-label="查找人员">
      <select id="people" size="8" aria-label="切换人员"></select>
      <div id="time"></div>
      <div class="row"><button data-by="1">+1 小时</button><button data-by="24">+1 天</button><button data-by="73">+3 天</button><button data-by="0">复位</button></div>
    </div>`
  const $ = (id) => root.getElementById(id)
  const me = () => sessionStorage.getItem(stored) || localStorage.getItem(stored) || ''
  const nameOf = ({ name, label }) => `${name} · ${label}`

  const showTab = () => {
    const person = state.people.find(({ openid }) => openid === me())
    $('tab').textContent = person ? person.name : '选择人员'
  }
  const showPeople = () => {
    const wanted = $('find').value.trim()
    $('people').replaceChildren(
      ...state.people
        .filter((person) => nameOf(person).includes(wanted))
        .map((person) => new Option(nameOf(person), person.openid, false, person.openid === me())),
    )
  }
  const showTime = () => {
    const now = new Date(Date.now() + state.offset + 8 * 3600000).toISOString()
    $('time').textContent = `本机时间 ${now.slice(0, 16).replace('T', ' ')}`
  }
  const become = (openid) => {
    sessionStorage.setItem(stored, openid)
    localStorage.setItem(stored, openid)
    location.reload()
  }
  const moveClock = async (hours) => {
    const body = hours === 0 ? { reset: true } : { by: hours * 3600000 }
    await fetch('/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    location.reload()
  }

  $('tab').onclick = () => {
    $('panel').hidden = !$('panel').hidden
    $('tab').setAttribute('aria-expanded', String(!$('panel').hidden))
    showPeople()
    showTime()
  }
  $('find').oninput = showPeople
  $('people').onchange = (event) => become(event.target.value)
  for (const button of root.querySelectorAll('[data-by]'))
    button.onclick = () => void moveClock(Number(button.dataset.by))
  document.body.append(host)
  fetch('/local/people')
    .then((answer) => answer.json())
    .then((people) => {
      state.people = people
      showTab()
    })
  fetch('/clock')
    .then((answer) => answer.json())
    .then(({ offset }) => {
      state.offset = offset
    })
})()
