public import Hummingbird
import NIOCore

/// The context of every request.
public struct AppContext: RequestContext, RemoteAddressRequestContext, VisitorContext {
    public var coreContext: CoreRequestContextStorage
    public let remoteAddress: SocketAddress?
    var visitor = Visitor()

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// A context that knows its visitor, so that a page can be drawn for them.
protocol VisitorContext: RequestContext {
    var visitor: Visitor { get }
}
