// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.notes.domain.note.NoteSamples;
import com.acme.notes.support.Bearer;
import com.acme.notes.support.ServiceTest;
import com.acme.notes.support.TestEnvironment;
import com.acme.notes.v1.NoteProto;
import com.acme.notes.v1.NoteServiceGrpc;
import com.acme.notes.v1.NoteServiceProto;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

@ServiceTest
class NoteGrpcTest {

  private ManagedChannel channel;
  private NoteServiceGrpc.NoteServiceBlockingStub stub;

  @BeforeEach
  void connect(@Autowired GrpcServerLifecycle server) {
    channel =
        ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    stub = stub(TestEnvironment.ISSUER.token("notes-read", "notes-write"));
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void whatIsThereCanBeRead() {
    NoteProto.Note created = create(NoteMessages.message(NoteSamples.details()));

    NoteProto.Note read =
        stub.getNote(NoteServiceProto.GetNoteRequest.newBuilder().setId(created.getId()).build())
            .getNote();

    assertThat(read).isEqualTo(created);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    NoteServiceProto.GetNoteRequest request =
        NoteServiceProto.GetNoteRequest.newBuilder()
            .setId("00000000-0000-4000-8000-000000000001")
            .build();

    assertThat(refusal(() -> stub.getNote(request))).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void pagesFollowEachOther() {
    NoteProto.Note created = create(NoteMessages.message(NoteSamples.details()));

    NoteServiceProto.ListNotesResponse first =
        stub.listNotes(NoteServiceProto.ListNotesRequest.newBuilder().setPageSize(1).build());

    assertThat(first.getNotesList()).hasSize(1);
    assertThat(created.getId()).isNotNull();
  }

  @Test
  void theStreamHasAll() {
    NoteProto.Note created = create(NoteMessages.message(NoteSamples.details()));

    Iterator<NoteServiceProto.StreamNotesResponse> stream =
        stub.streamNotes(NoteServiceProto.StreamNotesRequest.getDefaultInstance());

    assertThat(stream)
        .toIterable()
        .extracting(each -> each.getNote().getId())
        .contains(created.getId());
  }

  @Test
  void updateReplacesTheVersionThatWasRead() {
    NoteProto.Note created = create(NoteMessages.message(NoteSamples.details()));
    NoteServiceProto.UpdateNoteRequest.Builder request =
        NoteServiceProto.UpdateNoteRequest.newBuilder()
            .setId(created.getId())
            .setNote(NoteMessages.message(NoteSamples.details()));

    NoteProto.Note updated =
        stub.updateNote(request.setVersion(created.getVersion()).build()).getNote();

    assertThat(updated.getId()).isEqualTo(created.getId());
    assertThat(refusal(() -> stub.updateNote(request.setVersion(999_999).build())))
        .isEqualTo(Code.ABORTED);
  }

  @Test
  void whatIsDeletedIsNotFound() {
    NoteProto.Note created = create(NoteMessages.message(NoteSamples.details()));
    NoteServiceProto.DeleteNoteRequest request =
        NoteServiceProto.DeleteNoteRequest.newBuilder().setId(created.getId()).build();

    assertThat(stub.deleteNote(request)).isNotNull();

    assertThat(refusal(() -> stub.deleteNote(request))).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void aTokenWithoutTheRoleIsRefused() {
    NoteServiceGrpc.NoteServiceBlockingStub reader =
        stub(TestEnvironment.ISSUER.token("notes-read"));
    NoteServiceProto.DeleteNoteRequest request =
        NoteServiceProto.DeleteNoteRequest.newBuilder()
            .setId("00000000-0000-4000-8000-000000000001")
            .build();

    assertThat(refusal(() -> reader.deleteNote(request))).isEqualTo(Code.PERMISSION_DENIED);
  }

  private NoteProto.Note create(NoteProto.NoteDetails details) {
    return stub.createNote(NoteServiceProto.CreateNoteRequest.newBuilder().setNote(details).build())
        .getNote();
  }

  private NoteServiceGrpc.NoteServiceBlockingStub stub(String token) {
    return NoteServiceGrpc.newBlockingStub(channel)
        .withCallCredentials(new Bearer(token))
        .withDeadlineAfter(30, TimeUnit.SECONDS);
  }

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call)
        .getStatus()
        .getCode();
  }
}
