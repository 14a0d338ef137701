import Basics
import Hummingbird
import Zaken

/// The list of what waits, and giving it out.
struct WerkvoorraadController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(WorkPaths.list.router, use: list)
            .post(WorkPaths.distribution.router, use: distribute)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        let asked = WerkvoorraadAsked(
            request, of: context.user, groups: context.groups(desk.face.rollen), mayGive: context.may(.taakVerdelen))
        let (words, today, playbook) = (desk.face.words(context), desk.today(), desk.office.playbook)
        let (user, rights) = (context.user, context.visitor.rights)
        let (page, filters) = try await desk.office.read { tx in
            let asked = try asked.landed(in: tx)
            let look = try WerkvoorraadLook(asked, in: tx)
            let maker = WerkvoorraadPageMaker(
                look: look, asked: asked, playbook: playbook, words: words, today: today, user: user, rights: rights)
            return (maker.page(), asked.filters)
        }
        var response = try await desk.face.draw(page, context)
        response.setCookie(WebCookie.list.cookie(filters, maxAge: nil, secure: desk.face.settings.isSecure))
        return response
    }

    @Sendable func distribute(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.taakDoen)
        let form = try await request.form()
        let back = form["terug"].flatMap(AccountController.ours) ?? WorkPaths.list()
        let taken = form.all("taak").prefix(200).compactMap(Identifier<Taak>.init)
        guard !taken.isEmpty else { return .seeOther(back, flash: Flash("none_picked", isProblem: true)) }
        guard let aim = try Aim(form, context) else {
            return .seeOther(back, flash: Flash("no_colleague", isProblem: true))
        }
        let done = try await desk.act(context) { act in try taken.count { try aim.reach($0, in: act) } }
        return .seeOther(back, flash: aim.told(done, of: taken.count))
    }

    /// To whom picked taken go.
    enum Aim: Sendable {
        case me(Medewerker, Bevoegdheid)
        case colleague(Medewerker)
        /// Back to everyone of its group: anything for who may divide work, else what is one's own.
        case group
        case back(Medewerker)

        /// Nothing when a colleague was meant and none was chosen.
        init?(_ form: FormFields, _ context: SignedInContext) throws {
            let whom = form["aan"] ?? ""
            if whom == context.user.login {
                self = .me(Medewerker(whom), context.bevoegdheid)
                return
            }
            if whom == "niemand", !context.visitor.rights.contains(.taakVerdelen) {
                self = .back(context.me)
                return
            }
            try context.require(.taakVerdelen)
            if whom == "niemand" {
                self = .group
            } else if let colleague = form["collega"] {
                self = .colleague(Medewerker(colleague))
            } else {
                return nil
            }
        }

        /// Whether it got there; a taak that someone else has or that is done stays where it is.
        func reach(_ taak: Identifier<Taak>, in act: Act) throws -> Bool {
            do {
                switch self {
                case .me(let me, let als): try Taak.Taking(taak: taak, door: me, als: als).run(in: act)
                case .colleague(let whom): try Taak.Assignment(taak: taak, aan: whom).run(in: act)
                case .group: try Taak.Assignment(taak: taak, aan: nil).run(in: act)
                case .back(let me): try Taak.Return(taak: taak, door: me).run(in: act)
                }
                return true
            } catch is TaakRefusal {
                return false
            }
        }

        /// How many of what was picked got there, in words.
        func told(_ done: Int, of all: Int) -> Flash {
            guard done == all else { return Flash("partly", "\(done)", "\(all - done)", isProblem: true) }
            let key =
                switch self {
                case .me, .colleague: "distributed"
                case .group, .back: "returned"
                }
            return done == 1 ? Flash(key + "_one") : Flash(key, "\(done)")
        }
    }
}
