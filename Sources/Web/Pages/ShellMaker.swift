import Basics

/// Makes what surrounds a page: navigation for what this person may do, languages, and the sentence of the act before.
struct ShellMaker {
    let face: Face
    let words: Words
    let visitor: Visitor

    func shell(area: Area?) -> Shell {
        Shell(
            language: words.language.rawValue, web: face.web.prefix, csrf: visitor.formToken, here: visitor.here,
            search: visitor.rights.contains(.zaakZien) ? SearchPaths.search() : nil,
            navigation: visitor.user == nil ? [] : navigation(in: area),
            languages: Language.allCases.map(link), user: visitor.user.map(user),
            flash: visitor.sentAgain
                ? Shell.Flash(text: words("refusals.sent_again"), isProblem: false)
                : visitor.flash.map { Shell.Flash(text: $0.sentence(words), isProblem: $0.isProblem) },
            clock: visitor.user == nil ? nil : clock)
    }

    private func navigation(in area: Area?) -> [Shell.Link] {
        Area.allCases.filter { visitor.rights.contains($0.permission) }.map { one in
            Shell.Link(
                label: words("nav.\(one.rawValue)"), path: one.path, current: one == area, code: one.rawValue)
        }
    }

    private func link(_ language: Language) -> Shell.Link {
        Shell.Link(
            label: words("nav.language_\(language.rawValue)"), path: "", current: language == words.language,
            code: language.rawValue)
    }

    private func user(_ user: Gebruiker) -> Shell.User {
        Shell.User(name: user.name, initials: user.initials, role: words("roles.\(user.role.rawValue)"))
    }

    private var clock: Shell.Clock? {
        guard face.clock.canMove else { return nil }
        let now = face.clock.now()
        let steps = ClockStep.allCases.map {
            Shell.Clock.Step(label: words("clock.\($0.rawValue)"), value: $0.rawValue)
        }
        return Shell.Clock(now: words.moment(now, today: now.day), today: now.day.description, steps: steps)
    }
}

extension Area {
    var permission: Permission {
        switch self {
        case .werkvoorraad: .zaakZien
        case .post: .postZien
        case .klanten: .klantZien
        case .betalingen: .vorderingBoeken
        case .overdrachten: .zaakZien
        case .processen, .procesbot: .procesZien
        case .imports: .importDoen
        case .sturing: .sturingZien
        case .journaal: .journaalZien
        case .beheer: .gebruikerBeheren
        }
    }

    var path: String {
        switch self {
        case .werkvoorraad: WorkPaths.list()
        case .post: PostPaths.list()
        case .klanten: SearchPaths.people()
        case .betalingen: BetalingPaths.list()
        case .overdrachten: OverdrachtPaths.list()
        case .imports: ImportPaths.list()
        case .processen: ProcessPaths.list()
        case .procesbot: AdvicePaths.ask()
        case .sturing: SturingPaths.list()
        case .journaal: JournalPaths.list()
        case .beheer: ManagePaths.home()
        }
    }
}
