import Hummingbird
import NIOCore
import Zaken

/// The context of a request by someone who signed in; without that, the request ends at the login page.
struct SignedInContext: ChildRequestContext, RemoteAddressRequestContext, VisitorContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    let visitor: Visitor
    let user: Gebruiker

    init(context: AppContext) throws {
        guard let user = context.visitor.user else { throw SignInFirst(back: context.visitor.here) }
        coreContext = context.coreContext
        remoteAddress = context.remoteAddress
        visitor = context.visitor
        self.user = user
    }

    /// Who is signed in, as one who works on zaken.
    var me: Medewerker { Medewerker(user.login) }

    func may(_ permission: Permission) -> Bool { visitor.rights.contains(permission) }

    /// What the user may do with taken.
    var bevoegdheid: Bevoegdheid {
        Bevoegdheid(groepen: user.groepen, rechten: visitor.rights.map(\.rawValue))
    }

    /// Stops with 403 when the user's role does not allow it.
    func require(_ permission: Permission) throws {
        guard may(permission) else { throw HTTPError(.forbidden) }
    }
}

/// Nobody is signed in: go to the login page, and come back after.
struct SignInFirst: HTTPResponseError {
    let back: String

    var status: HTTPResponse.Status { .seeOther }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        guard request.method == .get || request.method == .head else {
            // A file does not go along; its page is where it is chosen again.
            let page = (WayBack.page(of: request.uri.path) ?? request.uri.path).formEncoded
            return .seeOther(AccountPaths.login() + (request.carriesFiles ? "?bestand=1&terug=\(page)" : ""))
        }
        return .seeOther(AccountPaths.login() + "?terug=" + back.formEncoded)
    }
}

extension SignedInContext {
    /// The groups whose taken are this person's: their own, or all for who sees all and is in none.
    func groups(_ rollen: Rollen) -> [String] {
        user.groepen.isEmpty && may(.zaakZienAlle) ? rollen.groepen : user.groepen
    }
}
