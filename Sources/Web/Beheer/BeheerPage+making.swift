import Basics
import Jobs
import Journal
import Zaken

extension BeheerPage {
    init(
        users: [Gebruiker], jobs: [Jobs.Job], stuck: [Way], me: Gebruiker, groups: [String],
        couplings: [Koppeling], sent: Sent?, _ words: Words, _ today: Day
    ) {
        let forms = AccountForms(groups: groups, words: words, sent: sent)
        let (lines, adding) = (users.map { User($0, isMe: $0.id == me.id, forms) }, forms.adding)
        self.init(
            users: lines, problems: ZaakPage.Problems(of: sent, in: lines.compactMap(\.change) + [adding]),
            adding: adding, jobs: jobs.map { Job($0, words, today) },
            jobsSummary: words("manage.parked", count: jobs.count), stuck: stuck,
            couplings: couplings.map { Coupling($0, words) })
    }
}

extension BeheerPage.Coupling {
    fileprivate init(_ one: Koppeling, _ words: Words) {
        let names = (one.berichten + one.signalen).map { "“\($0)”" }
        let gives = names.isEmpty ? nil : words("manage.coupling_gives", ["names": words.row(names, "common.and")])
        let may = [gives, one.advies ? words("manage.coupling_asks") : nil].compactMap(\.self)
        self.init(
            code: one.code, name: one.naam,
            may: may.isEmpty ? words("manage.coupling_nothing") : may.joined(separator: " "),
            state: one.isActief ? Chip(words("manage.active"), "calm") : Chip(words("manage.stopped"), "urgent"),
            path: ManagePaths.coupling(one.code), isStopped: !one.isActief)
    }
}

/// The forms of accounts: a new one, and each that is there.
private struct AccountForms {
    let groups: [String]
    let words: Words
    let sent: Sent?

    var adding: Sheet {
        Sheet(
            ManagePaths.users(),
            [
                Field("login", words("login.name"), .text(""), id: "nieuw-login", isRequired: true),
                Field("naam", words("manage.name"), .text(""), id: "nieuw-naam", isRequired: true),
                role(nil, "nieuw"), members([], "nieuw"),
                Field(
                    "wachtwoord", words("manage.password"), .secret, id: "nieuw-wachtwoord",
                    hint: words("manage.password_hint"), isRequired: true),
            ], sent: sent)
    }

    func change(of user: Gebruiker) -> Sheet {
        let id = "gebruiker-\(user.id.text)"
        return Sheet(
            ManagePaths.user(user.id),
            [
                role(user.role, id), members(user.groepen, id),
                Field(
                    "wachtwoord", words("manage.new_password"), .secret, id: "\(id)-wachtwoord",
                    hint: words("manage.new_password_hint")),
            ], sent: sent)
    }

    func name(of group: String) -> String { words.text("groups.\(group)") ?? group }

    private func role(_ now: Rol?, _ id: String) -> Field {
        let roles = Rol.allCases.map { Option($0.rawValue, words("roles.\($0.rawValue)"), chosen: $0 == now) }
        return Field("rol", words("manage.role"), .choice(roles), id: "\(id)-rol", isRequired: true)
    }

    private func members(_ now: [String], _ id: String) -> Field {
        let all = groups.map { Option($0, name(of: $0), chosen: now.contains($0)) }
        return Field("groep", words("manage.groups"), .several(all), id: "\(id)-groep")
    }
}

extension BeheerPage.User {
    fileprivate init(_ user: Gebruiker, isMe: Bool, _ forms: AccountForms) {
        let words = forms.words
        let state =
            isMe
            ? Chip(words("manage.yourself"), "accent")
            : user.blockedAt == nil ? Chip(words("manage.active"), "calm") : Chip(words("manage.blocked"), "urgent")
        self.init(
            login: user.login, name: user.name, role: words("roles.\(user.role.rawValue)"),
            groups: user.groepen.isEmpty ? nil : user.groepen.map(forms.name).joined(separator: ", "), state: state,
            path: isMe ? nil : ManagePaths.block(user.id), isBlocked: user.blockedAt != nil,
            change: isMe ? nil : forms.change(of: user))
    }
}

extension BeheerPage.Job {
    init(_ job: Jobs.Job, _ words: Words, _ today: Day) {
        self.init(
            kind: job.kind, subject: job.subject.map { "\($0.kind) …\($0.id.suffix(6))" } ?? "",
            when: words.moment(job.due, today: today), attempts: words.number(job.attempts),
            error: words.text("manage.failed_\(job.kind)") ?? words("manage.failed"),
            path: ManagePaths.retry(String(job.id)))
    }
}
