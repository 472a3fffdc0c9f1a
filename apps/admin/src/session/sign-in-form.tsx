import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { trpc } from "@tuckshop/client/react";
import { SignIn, type StaffMember } from "@tuckshop/contracts/staff";
import { Button } from "@tuckshop/ui/button";
import { TextField } from "@tuckshop/ui/text-field";
import { useForm } from "react-hook-form";
import { errorWords } from "../error-words.ts";
import { Notice } from "../notice.tsx";

export function SignInForm({ onSignedIn }: { onSignedIn: (member: StaffMember) => void }) {
  const signIn = trpc.staff.session.signIn.useMutation({
    onSuccess: ({ staff }) => onSignedIn(staff),
  });
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(SignIn),
    defaultValues: { email: "", password: "" },
  });
  const { errors } = formState;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => void handleSubmit((input) => signIn.mutate(input))(event)}
    >
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        error={errors.email && "Write your e-mail address in full, like asha@example.in."}
        {...register("email")}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        error={errors.password && "Write your password."}
        {...register("password")}
      />
      {signIn.error && <Notice tone="bad">{errorWords(signIn.error)}</Notice>}
      <Button type="submit" look="counter" busy={signIn.isPending && "Signing in…"}>
        Sign in
      </Button>
    </form>
  );
}
